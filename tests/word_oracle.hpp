// What tests hold tally's counts against: the slowest, plainest way to count,
// and texts to try it on.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally::test {

using counts = std::map<std::string, uint64_t, std::less<>>;

/// All white space longer than a byte.
inline const std::vector<std::string> long_spaces
    = {"\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80",
       "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84",
       "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
       "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9",
       "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};

/// Returns the size of the white space that `text` starts with, or 0.
inline size_t leading_space(std::string_view text) {
  if (std::string_view{" \t\n\v\f\r"}.find(text.front()) != text.npos)
    return 1;
  for (auto& space : long_spaces)
    if (text.substr(0, space.size()) == space)
      return space.size();
  return 0;
}

/// Counts the words of `text`.
inline counts count_naively(std::string_view text) {
  counts result;
  std::string word;
  while (!text.empty()) {
    auto space = leading_space(text);
    if (space == 0)
      word += text.front();
    else if (!word.empty())
      ++result[std::exchange(word, {})];
    text.remove_prefix(std::max<size_t>(space, 1));
  }
  if (!word.empty())
    ++result[word];
  return result;
}

/// Returns the words of a table as a map.
template <class Table>
counts contents(const Table& table) {
  counts result;
  table.for_each([&](std::string_view word, uint64_t n) {
    result[std::string{word}] += n;
  });
  return result;
}

/// Random text and words.
class generator {
public:
  explicit generator(uint64_t seed) : random_{seed} {
  }

  /// Returns a number below `n`.
  size_t below(size_t n) {
    return std::uniform_int_distribution<size_t>{0, n - 1}(random_);
  }

  /// Returns `size` characters out of `alphabet`.
  std::string letters(size_t size, std::string_view alphabet) {
    std::string result;
    for (size_t i = 0; i < size; ++i)
      result += alphabet[below(alphabet.size())];
    return result;
  }

  /// Returns white space of any kind, or part of one.
  std::string separator() {
    switch (below(8)) {
    case 0:
      return long_spaces[below(long_spaces.size())];
    case 1: {
      auto& space = long_spaces[below(long_spaces.size())];
      return space.substr(below(2), 1 + below(2));
    }
    default:
      return letters(1 + below(2), " \t\n\v\f\r");
    }
  }

  /// Returns text of about `size` bytes: words of a few letters, NUL and the
  /// bytes that long white space is made of.
  std::string text(size_t size, size_t longest_word = 70) {
    using namespace std::string_view_literals;
    constexpr auto alphabet = "aaab\0\xC2\xA0\xE2\x80\xE3\x8A"sv;
    std::string result;
    while (result.size() < size) {
      auto kind = below(4) == 0 ? alphabet : alphabet.substr(0, 4);
      result += letters(below(longest_word), kind);
      result += separator();
    }
    return result;
  }

private:
  std::mt19937_64 random_;
};

/// Seeds for property tests: some that never change, and a new one.
inline std::vector<uint64_t> seeds() {
  return {1, 2, 3, std::random_device{}()};
}

} // namespace tally::test
