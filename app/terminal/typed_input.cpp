#include "app/terminal/typed_input.hpp"

#include <array>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace tally {

typed_input::typed_input(int fd, std::initializer_list<int> signals)
  : fd_(fd), is_terminal_(isatty(fd) != 0), signals_(signals) {
  // nop
}

// A terminal that is gone may be noticed before the signal that tells of it.
arrival typed_input::wait() {
  for (;;) {
    std::array<pollfd, 2> ready{{{signals_.fd(), POLLIN, 0}, {fd_, POLLIN, 0}}};
    if (poll(ready.data(), ready.size(), -1) < 0 && errno == EINTR)
      continue;
    signal_ = signals_.next();
    if (signal_ != 0)
      return arrival::signal;
    if (is_terminal_ && (ready[1].revents & POLLHUP) != 0) {
      signal_ = SIGHUP;
      signals_.take(SIGHUP);
      return arrival::signal;
    }
    if (ready[1].revents != 0)
      return read_more();
  }
}

arrival typed_input::read_more() {
  buffer_.erase(0, taken_);
  taken_ = 0;
  std::array<char, 64 * 1024> piece;
  for (;;) {
    auto n = read(fd_, piece.data(), piece.size());
    if (n > 0) {
      buffer_.append(piece.data(), static_cast<size_t>(n));
      return arrival::text;
    }
    if (n == 0)
      return arrival::end;
    if (errno == EINTR)
      continue;
    error_ = errno;
    return arrival::end;
  }
}

void typed_input::take(size_t n) {
  taken_ += n;
}

void typed_input::drop() {
  buffer_.clear();
  taken_ = 0;
}

} // namespace tally
