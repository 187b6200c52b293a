#include "app/terminal/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace tally {

namespace {

// A lead byte: how long its characters are and what its next byte may be.
struct lead {
  size_t size = 1;
  uint8_t least = 0x80;
  uint8_t most = 0xBF;
};

// Returns a size of 0 for a byte that no character starts with.
lead lead_of(uint8_t byte) {
  if (byte < 0x80)
    return {};
  if (byte >= 0xC2 && byte <= 0xDF)
    return {2};
  if (byte >= 0xE0 && byte <= 0xEF)
    return {3, uint8_t(byte == 0xE0 ? 0xA0 : 0x80),
            uint8_t(byte == 0xED ? 0x9F : 0xBF)};
  if (byte >= 0xF0 && byte <= 0xF4)
    return {4, uint8_t(byte == 0xF0 ? 0x90 : 0x80),
            uint8_t(byte == 0xF4 ? 0x8F : 0xBF)};
  return {0};
}

decoded stray_byte(std::string_view text) {
  return {static_cast<wchar_t>(stray + static_cast<uint8_t>(text[0])), 1};
}

void append(std::string& text, wchar_t character) {
  auto code = static_cast<uint32_t>(character);
  auto tail = [&](int shift) {
    return static_cast<char>(0x80 | (code >> shift & 0x3F));
  };
  if (is_stray(character))
    text += static_cast<char>(code - stray);
  else if (code < 0x80)
    text += static_cast<char>(code);
  else if (code < 0x800)
    text += {static_cast<char>(0xC0 | code >> 6), tail(0)};
  else if (code < 0x10000)
    text += {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
  else
    text += {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

} // namespace

decoded decode(std::string_view text) {
  auto first = static_cast<uint8_t>(text[0]);
  auto [size, least, most] = lead_of(first);
  if (size == 1)
    return {static_cast<wchar_t>(first), 1};
  if (size == 0)
    return stray_byte(text);
  uint32_t code = first & (0x7F >> size);
  for (size_t i = 1; i < std::min(size, text.size()); ++i) {
    auto byte = static_cast<uint8_t>(text[i]);
    if (byte < least || byte > most)
      return stray_byte(text);
    code = code << 6 | (byte & 0x3F);
    least = 0x80;
    most = 0xBF;
  }
  if (text.size() < size)
    return {};
  return {static_cast<wchar_t>(code), size};
}

decoded decode_last(std::string_view text) {
  auto result = decode(text);
  return result.size == 0 ? stray_byte(text) : result;
}

std::wstring widen(std::string_view text) {
  std::wstring result;
  while (!text.empty()) {
    auto [character, size] = decode_last(text);
    result += character;
    text.remove_prefix(size);
  }
  return result;
}

std::string narrow(std::wstring_view text) {
  std::string result;
  for (auto character : text)
    append(result, character);
  return result;
}

} // namespace tally
