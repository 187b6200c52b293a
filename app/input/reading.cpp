#include "app/input/reading.hpp"

#include <array>
#include <cerrno>
#include <poll.h>
#include <utility>

namespace tally {

reading::reading(int stop_fd, progress_function progress)
  : stop_fd_(stop_fd), progress_(std::move(progress)) {
  // nop
}

bool reading::wait_for(int fd) {
  std::array<pollfd, 2> ready{{{stop_fd_, POLLIN, 0}, {fd, POLLIN, 0}}};
  while (poll(ready.data(), ready.size(), -1) < 0)
    if (errno != EINTR)
      return true; // `read` will tell what is wrong
  if (ready[0].revents == 0)
    return true;
  has_stopped_ = true;
  left_something_ = (ready[1].revents & POLLIN) != 0;
  return false;
}

bool reading::has_to_stop() const {
  pollfd stop{stop_fd_, POLLIN, 0};
  return poll(&stop, 1, 0) > 0;
}

} // namespace tally
