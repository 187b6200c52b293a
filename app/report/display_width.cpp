#include "app/report/display_width.hpp"

#include "app/terminal/utf8.hpp"

#include <unicode/uchar.h>

namespace tally {

namespace {

// Vowels and final consonants of Korean join the letter before.
bool joins(wchar_t c) {
  constexpr auto marks = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  return (U_GET_GC_MASK(c) & marks) != 0 || (c >= 0x1160 && c <= 0x11FF);
}

size_t width_of(wchar_t c) {
  if (c < 0x300)
    return c == 0xAD ? 1 : c >= ' ';
  if (joins(c))
    return 0;
  auto kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

size_t display_width(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) {
    auto [c, size] = decode_last(text);
    width += width_of(c);
    text.remove_prefix(size);
  }
  return width;
}

} // namespace tally
