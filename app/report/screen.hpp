#pragma once

#include <cstddef>
#include <cstdint>

namespace tally {

/// Whether to use colors.
enum class color_choice : uint8_t {
  automatic, ///< On a terminal, unless the environment has NO_COLOR.
  always,
  never,
};

/// What a report is seen on.
struct screen {
  bool is_terminal = false;
  size_t columns = 0; ///< 0 if there is no limit to the length of a line.
  bool has_colors = false;
};

/// Returns what is written to `fd` is seen on, as it is now.
screen screen_of(int fd, color_choice color);

} // namespace tally
