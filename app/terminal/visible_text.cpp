#include "app/terminal/visible_text.hpp"

#include "app/terminal/utf8.hpp"

#include <cstdint>
#include <cstdio>

namespace tally {

namespace {

bool is_c0(wchar_t c) {
  return c < 0x20 || c == 0x7F;
}

// C1 controls, and what turns the direction of writing.
bool is_obeyed(wchar_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F
         || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string in_hex(const char* format, wchar_t c) {
  char text[16];
  std::snprintf(text, sizeof text, format, static_cast<unsigned>(c));
  return text;
}

} // namespace

bool is_control(wchar_t character) {
  return is_c0(character) || is_obeyed(character);
}

std::string visible(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    auto [c, size] = decode_last(text);
    if (is_c0(c))
      result.append({'^', static_cast<char>(c ^ 0x40)});
    else if (is_stray(c))
      result += in_hex("\\x%02x", c - stray);
    else if (is_obeyed(c))
      result += in_hex("\\u%04x", c);
    else
      result += text.substr(0, size);
    text.remove_prefix(size);
  }
  return result;
}

} // namespace tally
