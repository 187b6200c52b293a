#pragma once

#include <bit>
#include <string>
#include <string_view>

namespace tally::test {

/// Returns the bytes of `text` in UTF-16.
inline std::string utf16(std::u16string_view text, std::endian order) {
  std::string bytes;
  for (auto unit : text) {
    auto high = static_cast<char>(unit >> 8);
    auto low = static_cast<char>(unit & 0xFF);
    bytes += order == std::endian::big ? high : low;
    bytes += order == std::endian::big ? low : high;
  }
  return bytes;
}

} // namespace tally::test
