// What separates words: the characters with the Unicode property White_Space,
// as UTF-8. The bytes are matched exactly. That needs no decoding, because the
// first byte of a character never occurs inside another, and text that is not
// UTF-8 simply stays in its word.

#pragma once

#include <cstddef>
#include <cstdint>

namespace tally {

/// Tells whether `x` is one of the ASCII white space characters.
constexpr bool is_ascii_space(char x) noexcept {
  return x == ' ' || (x >= '\t' && x <= '\r');
}

/// Tells whether white space longer than a byte can start with `x`.
constexpr bool may_start_long_space(char x) noexcept {
  return x == '\xC2' || (x >= '\xE1' && x <= '\xE3');
}

/// Returns the size of the white space at `from`, or 0 if there is none.
/// Reads nothing from `last` on.
constexpr size_t space_size(const char* from, const char* last) noexcept {
  if (is_ascii_space(*from))
    return 1;
  if (!may_start_long_space(*from) || last - from < 2)
    return 0;
  auto byte = [from](int i) { return static_cast<uint8_t>(from[i]); };
  if (byte(0) == 0xC2)
    return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
  if (last - from < 3)
    return 0;
  switch (byte(0) << 16 | byte(1) << 8 | byte(2)) {
  case 0xE19A80: // ogham space mark
  case 0xE280A8: // line separator
  case 0xE280A9: // paragraph separator
  case 0xE280AF: // narrow no-break space
  case 0xE2819F: // medium mathematical space
  case 0xE38080: // ideographic space
    return 3;
  default: // spaces from en quad to hair space
    return byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x80
                   && byte(2) <= 0x8A
               ? 3
               : 0;
  }
}

} // namespace tally
