#pragma once

#include <cstdint>
#include <functional>

namespace tally {

/// How the reading of inputs goes on, between those who read and those who
/// wait for it.
class reading {
public:
  /// Called with the number of bytes read so far after each read.
  using progress_function = std::function<void(uint64_t bytes)>;

  /// Reading goes on until `stop_fd` is readable, to the end if it is -1.
  explicit reading(int stop_fd = -1, progress_function progress = {});

  /// Waits until `fd` can be read. Returns false if it is not to be read any
  /// more, whether it could be or not.
  bool wait_for(int fd);

  /// Returns whether nothing more is to be read.
  bool has_to_stop() const;

  /// Tells that `bytes` bytes were read so far.
  void tell(uint64_t bytes) const {
    if (progress_)
      progress_(bytes);
  }

  /// Returns whether `wait_for` has returned false.
  bool has_stopped() const {
    return has_stopped_;
  }

  /// Returns whether there was something to read then: a word may be cut in
  /// two.
  bool left_something() const {
    return left_something_;
  }

private:
  int stop_fd_;
  progress_function progress_;
  bool has_stopped_ = false;
  bool left_something_ = false;
};

} // namespace tally
