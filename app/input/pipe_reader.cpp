#include "app/input/pipe_reader.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace tally {

// Anything but a pipe has no size that could be set.
void pipe_reader::prepare_moving() {
  constexpr int size = 1024 * 1024;
  std::array<int, 2> ends;
  if (fcntl(from_, F_SETPIPE_SZ, size) < 0
      || pipe2(ends.data(), O_CLOEXEC) != 0)
    return;
  own_input_.emplace(ends[1]);
  own_output_.emplace(ends[0]);
  if (fcntl(ends[1], F_SETPIPE_SZ, size) < 0)
    own_output_.reset();
}

ssize_t pipe_reader::read(char* data, size_t size) {
  if (own_output_) {
    auto n = splice(from_, nullptr, own_input_->get(), nullptr, size, 0);
    if (n > 0)
      return read_moved(data, static_cast<size_t>(n));
    if (n == 0 || errno == EINTR || errno == EAGAIN)
      return n;
    own_output_.reset();
  }
  auto n = ::read(from_, data, size);
  // Preparing takes longer than reading what is short.
  if (n == static_cast<ssize_t>(size) && !std::exchange(is_prepared_, true))
    prepare_moving();
  return n;
}

// All bytes are there, but a signal may interrupt their reading.
ssize_t pipe_reader::read_moved(char* data, size_t size) {
  size_t done = 0;
  while (done < size) {
    auto n = ::read(own_output_->get(), data + done, size - done);
    if (n > 0)
      done += static_cast<size_t>(n);
    else if (errno != EINTR)
      return -1;
  }
  return static_cast<ssize_t>(size);
}

} // namespace tally
