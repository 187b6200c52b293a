#pragma once

#include <unistd.h>

namespace tally {

/// Closes a file at the end of its own life, if the file was open at all.
class file_descriptor {
public:
  explicit file_descriptor(int fd) : fd_(fd) {
    // nop
  }

  file_descriptor(const file_descriptor&) = delete;

  file_descriptor& operator=(const file_descriptor&) = delete;

  ~file_descriptor() {
    if (fd_ >= 0)
      close(fd_);
  }

  /// Returns the descriptor, -1 if nothing is open.
  int get() const {
    return fd_;
  }

private:
  int fd_;
};

} // namespace tally
