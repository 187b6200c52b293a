#include "app/report/numbers.hpp"

#include <array>
#include <charconv>

namespace tally {

void append_percent(std::string& text, uint64_t part, uint64_t whole) {
  auto percent = whole == 0 ? 0.0
                            : 100.0 * static_cast<double>(part)
                                  / static_cast<double>(whole);
  std::array<char, 32> digits;
  auto last = std::to_chars(digits.begin(), digits.end(), percent,
                            std::chars_format::fixed, 2)
                  .ptr;
  text.append(digits.begin(), last);
}

} // namespace tally
