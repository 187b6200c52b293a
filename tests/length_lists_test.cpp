#include "actors/table/length_lists.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

using namespace tally;

namespace {

using words = std::vector<word_edges>;

// Memory of just the size, so that sanitizers notice what is read beyond.
std::vector<uint16_t> edges_of(const words& xs) {
  std::vector<uint16_t> result;
  result.reserve(2 * xs.size());
  for (auto& x : xs) {
    result.push_back(x.first);
    result.push_back(x.last);
  }
  return result;
}

words with_sizes(const words& xs, size_t first, size_t last) {
  words result;
  for (auto& x : xs)
    if (size_t size = x.last - x.first; size >= first && size <= last)
      result.push_back(x);
  return result;
}

bool same(std::span<const word_edges> a, const words& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](auto& x, auto& y) { return x.first == y.first && x.last == y.last; });
}

void check(const length_lists<word_edges>& lists, const words& xs) {
  CHECK(same(lists.shorts.words(), with_sizes(xs, 1, 8)));
  CHECK(same(lists.others[0].words(), with_sizes(xs, 9, 16)));
  CHECK(same(lists.others[1].words(), with_sizes(xs, 17, 32)));
  CHECK(same(lists.others[2].words(), with_sizes(xs, 33, 65535)));
}

// One behind the other, at most 8 KB in all.
words some_words(size_t n, size_t seed) {
  words result;
  uint16_t at = 0;
  for (size_t i = 0; i < n; ++i) {
    seed = seed * 6364136223846793005 + 1442695040888963407;
    auto limit = i % 50 == 49 ? 70 : 20;
    auto size = static_cast<uint16_t>(1 + (seed >> 33) % limit);
    result.push_back({at, static_cast<uint16_t>(at + size)});
    at = static_cast<uint16_t>(at + size + 1);
  }
  return result;
}

} // namespace

TEST_CASE("words are listed by length, in order", "[length_lists]") {
  for (auto which : available_instruction_sets()) {
    CAPTURE(to_string(which));
    length_lists<word_edges> lists;
    for (size_t n = 0; n <= lists.capacity; ++n) {
      CAPTURE(n);
      auto xs = some_words(n, n);
      list_by_length(which)(edges_of(xs), lists);
      check(lists, xs);
    }
  }
}

TEST_CASE("words of any length are listed", "[length_lists]") {
  for (auto which : available_instruction_sets()) {
    CAPTURE(to_string(which));
    length_lists<word_edges> lists;
    for (size_t size = 1; size <= 65535; ++size)
      for (uint16_t first : {0, 1, 8191, 65534}) {
        if (size + first > 65535)
          continue;
        words xs{{first, static_cast<uint16_t>(first + size)}};
        list_by_length(which)(edges_of(xs), lists);
        if (!same(lists.shorts.words(), with_sizes(xs, 1, 8))
            || !same(lists.others[2].words(), with_sizes(xs, 33, 65535)))
          FAIL("wrong list for " << size << " bytes at " << first);
      }
  }
}

TEST_CASE("a list takes all words of a batch", "[length_lists]") {
  for (auto which : available_instruction_sets())
    for (uint16_t size : {1, 8, 9, 16, 17, 32, 33, 255}) {
      CAPTURE(to_string(which), size);
      length_lists<word_edges> lists;
      words xs(lists.capacity, {3, static_cast<uint16_t>(3 + size)});
      list_by_length(which)(edges_of(xs), lists);
      check(lists, xs);
    }
}

TEST_CASE("words that end in NUL are never short", "[length_lists]") {
  length_lists<word_edges> lists;
  lists.clear();
  for (uint16_t size = 1; size <= 40; ++size)
    lists.add({0, size}, true);
  CHECK(lists.shorts.size == 0);
  CHECK(lists.others[0].size == 16);
  CHECK(lists.others[1].size == 16);
  CHECK(lists.others[2].size == 8);
}
