// UTF-8 to wide characters and back, without loss: a byte that is not UTF-8
// becomes a lone surrogate, which UTF-8 itself can never yield.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally {

/// The first character of a text.
struct decoded {
  wchar_t character = 0; ///< `stray` plus the byte where it is not UTF-8.
  size_t size = 0;       ///< In bytes; 0 if the rest of it is missing.
};

/// What is added to a byte that is not UTF-8 to make a wide character of it.
constexpr wchar_t stray = 0xDC00;

/// Tells whether `character` stands for a byte that is not UTF-8.
constexpr bool is_stray(wchar_t character) {
  return character >= stray + 0x80 && character <= stray + 0xFF;
}

/// Decodes the first character of `text`, which must not be empty.
decoded decode(std::string_view text);

/// Like `decode`, where nothing follows `text`: never returns a size of 0.
decoded decode_last(std::string_view text);

/// Returns the characters of `text`.
std::wstring widen(std::string_view text);

/// Returns the bytes that `widen` made `text` of.
std::string narrow(std::wstring_view text);

} // namespace tally
