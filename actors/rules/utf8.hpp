#pragma once

#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <new>
#include <stdexcept>
#include <string_view>

namespace tally {

/// A character, or bytes that are none.
struct character {
  int32_t code; ///< Negative if the bytes are not UTF-8.
  size_t size;  ///< In bytes, at least 1.
};

/// Returns the character at `from`. Reads nothing from `last` on.
inline character decode(const char* from, const char* last) {
  auto bytes = reinterpret_cast<const uint8_t*>(from);
  if (bytes[0] < 0x80)
    return {bytes[0], 1};
  if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && last - from > 1
      && (bytes[1] & 0xC0) == 0x80) [[likely]]
    return {(bytes[0] & 0x1F) << 6 | (bytes[1] & 0x3F), 2};
  auto available = static_cast<int32_t>(last - from < 4 ? last - from : 4);
  int32_t size = 0;
  UChar32 code;
  U8_NEXT(bytes, size, available, code);
  return {code, static_cast<size_t>(size)};
}

/// Returns `text` for ICU, with U+FFFD for bytes that are not UTF-8. Throws
/// `std::length_error` from 2 GB on, and `std::bad_alloc`.
inline icu::UnicodeString to_utf16(std::string_view text) {
  if (text.size() > std::numeric_limits<int32_t>::max())
    throw std::length_error{"A word of 2 GB or more has no spelling."};
  auto result = icu::UnicodeString::fromUTF8(text);
  if (result.isBogus())
    throw std::bad_alloc{};
  return result;
}

} // namespace tally
