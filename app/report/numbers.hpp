#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace tally {

/// Appends the decimal digits of `x`. Most counts of a large vocabulary have
/// one.
inline void append_number(std::string& text, uint64_t x) {
  if (x < 10) {
    text += static_cast<char>('0' + x);
    return;
  }
  std::array<char, 20> digits;
  auto last = std::to_chars(digits.begin(), digits.end(), x).ptr;
  text.append(digits.begin(), last);
}

/// Appends how many percent of `whole` are in `part`, with two decimals.
void append_percent(std::string& text, uint64_t part, uint64_t whole);

} // namespace tally
