#include "tests/random_text.hpp"

#include "tests/word_oracle.hpp"

#include <array>
#include <string_view>

namespace tally::test {

std::string prose(uint64_t seed, size_t size) {
  constexpr std::array<std::string_view, 6> gaps{" ",  " ",  " ",
                                                 "  ", "\n", ",\t\n"};
  generator random{seed};
  std::string text;
  while (text.size() < size) {
    // The rank of the word; a rank twice as large is half as frequent.
    auto rank = random.below(size_t{1} << random.below(16));
    do
      text += static_cast<char>('a' + rank % 26);
    while ((rank /= 26) > 0);
    text += gaps[random.below(gaps.size())];
  }
  return text;
}

std::string uneven_words(uint64_t seed, size_t size) {
  generator random{seed};
  std::string text;
  while (text.size() < size) {
    auto length = (size_t{1} << random.below(16)) + random.below(5);
    text.append(length, static_cast<char>('a' + random.below(3)));
    text += long_spaces[random.below(long_spaces.size())];
  }
  return text;
}

std::string any_bytes(uint64_t seed, size_t size) {
  generator random{seed};
  std::string text;
  while (text.size() < size)
    text += static_cast<char>(random.below(256));
  return text;
}

} // namespace tally::test
