#include "app/input/file_source.hpp"

#include "app/diagnostics.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tally {

namespace {

constexpr int pipe_size = 1024 * 1024;

// Asks for what makes reading faster; it works without as well.
void prepare(int fd) {
  if (posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL) == ESPIPE)
    fcntl(fd, F_SETPIPE_SZ, pipe_size);
}

} // namespace

// Opened without O_NONBLOCK, a named pipe waits for somebody to write to it,
// with no regard to signals.
file_source::file_source(const std::string& path, uint64_t& bytes, reading& how)
  : fd_(path == "-" ? dup(STDIN_FILENO)
                    : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),
    bytes_(bytes),
    how_(how) {
  if (fd_ < 0)
    error_ = errno;
  else
    prepare(fd_);
}

file_source::~file_source() {
  if (fd_ >= 0)
    close(fd_);
}

size_t file_source::read(char* data, size_t size) {
  while (!ended_ && error_ == 0 && how_.wait_for(fd_)) {
    auto n = ::read(fd_, data, size);
    if (n >= 0) {
      // A terminal would go on after its end.
      ended_ = n == 0;
      bytes_ += static_cast<uint64_t>(n);
      how_.tell(bytes_);
      return static_cast<size_t>(n);
    }
    if (errno != EINTR && errno != EAGAIN)
      error_ = errno;
  }
  return 0;
}

std::string file_source::failure() const {
  if (error_ == 0)
    return {};
  if (error_ == EISDIR)
    return "is a directory. Name the files in it instead.";
  return "cannot be read: " + system_reason(error_) + '.'
         + (fd_ < 0 ? " Check its name and who may read it." : "");
}

} // namespace tally
