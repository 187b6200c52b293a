#include "actors/rules/text_cut.hpp"

#include <cstdint>

namespace tally {

namespace {

bool is_ascii(char x) {
  return static_cast<uint8_t>(x) < 128;
}

bool joins_nothing(char x) {
  constexpr std::string_view joining = "_:.,;'\"";
  auto small = x | 0x20;
  return is_ascii(x) && !(small >= 'a' && small <= 'z')
         && !(x >= '0' && x <= '9') && joining.find(x) == joining.npos;
}

bool ends_line(char x) {
  return x >= '\n' && x <= '\r';
}

bool ends_clause(std::string_view text) {
  return text.ends_with("\u3001") || text.ends_with("\u3002")
         || text.ends_with("\uFF0C");
}

bool starts_han(char x) {
  return x >= '\xE4' && x <= '\xE9';
}

} // namespace

bool may_cut_text(std::string_view text, size_t at) {
  if (at == 0)
    return false;
  auto before = text[at - 1];
  if (ends_line(before))
    return true;
  if (at == text.size())
    return false;
  auto after = text[at];
  return joins_nothing(after) || (joins_nothing(before) && is_ascii(after))
         || (starts_han(after) && ends_clause(text.substr(0, at)));
}

size_t text_cut_point(std::string_view text) {
  auto at = text.size();
  while (at > 0 && !may_cut_text(text, at))
    --at;
  return at;
}

} // namespace tally
