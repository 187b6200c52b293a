#include "tests/random_text.hpp"

#include "tests/oracle.hpp"

#include <array>
#include <string_view>

namespace tally::test {

std::string random_text::prose(size_t size) {
  constexpr std::array<std::string_view, 6> gaps{" ",  " ",  " ",
                                                 "  ", "\n", ",\t\n"};
  std::string text;
  while (text.size() < size) {
    // The rank of the word; a rank twice as large is half as frequent.
    auto rank = below(size_t{1} << below(16));
    do
      text += static_cast<char>('a' + rank % 26);
    while ((rank /= 26) > 0);
    text += gaps[below(gaps.size())];
  }
  return text;
}

std::string random_text::soup(size_t size) {
  std::string text;
  while (text.size() < size) {
    auto& space = white_space()[below(white_space().size())];
    switch (below(4)) {
    case 0:
      text += space;
      break;
    case 1:
      text += space.substr(below(space.size()), 1 + below(3));
      break;
    default:
      text.append(1 + below(3), "a\xe3\x80\0"[below(4)]);
    }
  }
  return text;
}

std::string random_text::lengths(size_t size) {
  std::string text;
  while (text.size() < size) {
    auto length = (size_t{1} << below(16)) + below(5);
    text.append(length, static_cast<char>('a' + below(3)));
    text += white_space()[below(white_space().size())];
  }
  return text;
}

std::string random_text::bytes(size_t size) {
  std::string text;
  while (text.size() < size)
    text += static_cast<char>(below(256));
  return text;
}

size_t random_text::below(size_t limit) {
  return engine_() % limit;
}

} // namespace tally::test
