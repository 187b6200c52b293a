// Reads a pipe without getting into its writer's way. While bytes are copied
// from a pipe nobody can write to it. So what is there is moved to a pipe of
// tally's own, which copies nothing and takes next to no time, and is read from
// there while the writer goes on.

#pragma once

#include "app/input/file_descriptor.hpp"

#include <cstddef>
#include <optional>
#include <sys/types.h>

namespace tally {

/// Reads a file, which may be a pipe.
class pipe_reader {
public:
  /// Reads `fd`, which must stay open. A pipe that has much to read is made
  /// larger, if it can be.
  explicit pipe_reader(int fd) : from_{fd} {
    // nop
  }

  /// Reads as the function of that name does.
  ssize_t read(char* data, size_t size);

private:
  void prepare_moving();
  ssize_t read_moved(char* data, size_t size);

  int from_;
  bool is_prepared_ = false;
  std::optional<file_descriptor> own_output_; // there if bytes are moved
  std::optional<file_descriptor> own_input_;
};

} // namespace tally
