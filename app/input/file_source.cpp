#include "app/input/file_source.hpp"

#include "app/diagnostics.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tally {

std::string read_failure(int error) {
  if (error == 0)
    return {};
  if (error == EISDIR)
    return "is a directory. Name the files in it instead.";
  return "cannot be read: " + system_reason(error) + '.';
}

// Opened without O_NONBLOCK, a named pipe waits for somebody to write to it,
// with no regard to signals.
file_source::file_source(const std::string& path, uint64_t& bytes, reading& how)
  : bytes_(bytes), how_(how) {
  auto fd = path == "-" ? dup(STDIN_FILENO)
                        : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    error_ = errno;
  else // is faster, but not necessary
    posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  file_ = std::make_shared<file_descriptor>(fd);
  reader_.emplace(fd);
}

size_t file_source::read(char* data, size_t size) {
  while (!ended_ && error_ == 0 && how_.wait_for(file_->get())) {
    auto n = reader_->read(data, size);
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
  auto is_open = file_->get() >= 0;
  return read_failure(error_)
         + (is_open ? "" : " Check its name and who may read it.");
}

} // namespace tally
