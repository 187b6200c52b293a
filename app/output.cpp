#include "app/output.hpp"

#include "app/diagnostics.hpp"

#include <cerrno>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tally {

output::output(const std::string& path)
  : name_("'" + path + "'"), fd_(STDOUT_FILENO) {
  if (path.empty()) {
    name_ = "standard output";
    truncated_ = true;
    return;
  }
  fd_ = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0)
    fail(errno);
}

output::~output() {
  if (fd_ > STDERR_FILENO)
    close(fd_);
}

void output::write(std::string_view text) {
  if (!truncated_ && !failed_) {
    truncated_ = true;
    // Devices and pipes cannot be truncated and need not be.
    if (ftruncate(fd_, 0) != 0 && errno != EINVAL)
      fail(errno);
  }
  while (!text.empty() && !failed_) {
    auto n = ::write(fd_, text.data(), text.size());
    if (n >= 0)
      text.remove_prefix(static_cast<size_t>(n));
    else if (errno == EAGAIN)
      wait_for_room();
    else if (errno != EINTR)
      fail(errno);
  }
}

// Others who share a pipe or a terminal may have set it not to block.
void output::wait_for_room() const {
  pollfd room{fd_, POLLOUT, 0};
  poll(&room, 1, -1);
}

bool output::finish() {
  write({});
  if (!failed_ && fd_ != STDOUT_FILENO) {
    if (close(fd_) != 0)
      fail(errno);
    fd_ = -1;
  }
  return !failed_;
}

void output::fail(int error_number) {
  failed_ = true;
  // A reader that has seen enough is no error worth a word.
  if (error_number == EPIPE)
    return;
  auto is_full = error_number == ENOSPC || error_number == EDQUOT
                 || error_number == EFBIG;
  complain("cannot write the counts to " + name_ + ": "
           + system_reason(error_number) + ". "
           + (is_full ? "Free some space or name" : "Name") + " another file"
           + (fd_ == STDOUT_FILENO ? " with --output." : "."));
}

bool finish_stdout(const std::string& what) {
  if (std::cout.flush())
    return true;
  // A pipe without readers tells so.
  pollfd reader{STDOUT_FILENO, 0, 0};
  if (poll(&reader, 1, 0) == 0 || (reader.revents & POLLERR) == 0)
    complain("cannot write all " + what
             + " to standard output. See that it is open and has space left.");
  return false;
}

} // namespace tally
