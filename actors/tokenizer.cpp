#include "actors/tokenizer.hpp"

namespace tally {

size_t white_space_length(std::string_view text, size_t i) {
  auto at = [&](size_t k) {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0;
  };
  auto c = at(0);
  if (c == ' ' || (c >= 9 && c <= 13))
    return 1;
  if (c == 0xC2)
    return at(1) == 0x85 || at(1) == 0xA0 ? 2 : 0;
  auto rest = (at(1) << 8) | at(2);
  bool space = (c == 0xE1 && rest == 0x9A80) || (c == 0xE3 && rest == 0x8080)
               || (c == 0xE2
                   && ((rest >= 0x8080 && rest <= 0x808A) || rest == 0x80A8
                       || rest == 0x80A9 || rest == 0x80AF || rest == 0x819F));
  return space ? 3 : 0;
}

size_t cut_point(std::string_view text) {
  for (auto i = text.size(); i > 0; --i)
    if (auto n = white_space_length(text, i - 1))
      return i - 1 + n;
  return 0;
}

} // namespace tally
