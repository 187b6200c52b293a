// What the columns of a table are made of.

#pragma once

#include "app/report/numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tally {

/// Blanks after each column.
constexpr size_t column_gap = 2;

/// Appends `cell`, which is `size` columns wide, at the right of a column. What
/// is wider than its column is not cut.
inline void append_right(std::string& text, size_t width, std::string_view cell,
                         size_t size) {
  text.append(width - std::min(width, size), ' ')
      .append(cell)
      .append(column_gap, ' ');
}

/// The same for a cell in ASCII.
inline void append_right(std::string& text, size_t width,
                         std::string_view cell) {
  append_right(text, width, cell, cell.size());
}

/// Returns the decimal digits of `x`.
inline std::string number(uint64_t x) {
  std::string text;
  append_number(text, x);
  return text;
}

/// Returns the width of a column of numbers that are at most `most`.
inline size_t width_for(size_t heading_width, uint64_t most) {
  return std::max(heading_width, number(most).size());
}

} // namespace tally
