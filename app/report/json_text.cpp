#include "app/report/json_text.hpp"

#include "app/terminal/utf8.hpp"
#include "app/terminal/visible_text.hpp"

#include <cstdint>

namespace tally {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

void append_escape(std::string& to, wchar_t c) {
  to += "\\u";
  for (int shift : {12, 8, 4, 0})
    to += digits[static_cast<size_t>(c >> shift & 0xF)];
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

} // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    auto [c, size] = decode_last(text);
    if (is_stray(c))
      return false;
    text.remove_prefix(size);
  }
  return true;
}

std::string& append_json(std::string& to, std::string_view text) {
  to += '"';
  while (!text.empty()) {
    auto [c, size] = decode_last(text);
    if (is_plain(text[0]))
      to += text[0];
    else if (c == '"' || c == '\\')
      to += {'\\', text[0]};
    else if (is_stray(c))
      to += "\xef\xbf\xbd";
    else if (is_control(c))
      append_escape(to, c);
    else
      to += text.substr(0, size);
    text.remove_prefix(size);
  }
  return to += '"';
}

std::string& append_json(std::string& to, const rule_list& rules) {
  to += '{';
  auto before = "";
  for (auto& [name, value] : rules) {
    append_json(to += before, name);
    append_json(to += ": ", value);
    before = ", ";
  }
  return to += '}';
}

std::string& append_json_word(std::string& to, std::string_view name,
                              std::string_view word) {
  append_json(to, name);
  append_json(to += ": ", word);
  if (!is_utf8(word))
    append_hex(to += ", \"bytes\": \"", word).append("\"");
  return to;
}

std::string& append_hex(std::string& to, std::string_view bytes) {
  for (char c : bytes) {
    auto byte = static_cast<uint8_t>(c);
    to += {digits[byte >> 4], digits[byte & 0xF]};
  }
  return to;
}

} // namespace tally
