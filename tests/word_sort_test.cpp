#include "actors/table/record_list.hpp"
#include "actors/table/word_sort.hpp"
#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

using pairs = std::vector<std::pair<uint64_t, std::string>>;

record_list records_of(const pairs& words) {
  record_list result;
  for (auto& [count, word] : words)
    result.append(word, count);
  return result;
}

pairs sorted(const pairs& words, order by) {
  auto list = records_of(words);
  std::vector<const word_record*> records;
  list.for_each([&](auto& x) { records.push_back(&x); });
  sort(records, by);
  pairs result;
  for (auto x : records)
    result.emplace_back(x->count, x->word());
  return result;
}

pairs sorted_plainly(pairs words, order by) {
  std::sort(words.begin(), words.end(), [by](auto& a, auto& b) {
    return by == order::count && a.first != b.first ? a.first > b.first
                                                    : a.second < b.second;
  });
  return words;
}

void check_sort(const counts& words) {
  pairs shuffled;
  for (auto& [word, count] : words)
    shuffled.emplace_back(count, word);
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937{1});
  for (auto by : {order::count, order::word}) {
    CAPTURE(by, words.size());
    CHECK((sorted(shuffled, by) == sorted_plainly(shuffled, by)));
  }
}

// Enough words to be dealt more than once.
constexpr size_t many = 3000;

} // namespace

TEST_CASE("a list of records gives back what it was given, in order",
          "[ranking]") {
  pairs words{{1, "a"}, {2, std::string(1000, 'b')}, {~uint64_t{0}, "c\0"s}};
  for (size_t i = 1; i < 100; ++i)
    words.emplace_back(i, std::string(i, 'd'));
  auto list = records_of(words);
  pairs found;
  list.for_each([&](auto& x) { found.emplace_back(x.count, x.word()); });
  CHECK(list.size() == words.size());
  CHECK((found == words));
}

TEST_CASE("a list of records with too little room finds more", "[ranking]") {
  record_list list;
  list.reserve(40);
  std::vector<std::string> found;
  for (auto word : {"one", "two", "three"})
    list.append(word, 1);
  list.for_each([&](auto& x) { found.emplace_back(x.word()); });
  CHECK(found == std::vector{"one"s, "two"s, "three"s});
}

TEST_CASE("no words and one word are sorted", "[ranking]") {
  check_sort({});
  check_sort({{"word", 7}});
}

TEST_CASE("words of random letters are sorted", "[ranking]") {
  for (auto seed : seeds())
    for (size_t longest : {2, 9, 30}) {
      CAPTURE(seed, longest);
      generator random{seed};
      counts words;
      for (size_t i = 0; i < many; ++i)
        words[random.letters(1 + random.below(longest), {"ab\0\xFF", 4})]
            = 1 + random.below(3);
      check_sort(words);
    }
}

TEST_CASE("words that share up to hundreds of bytes are sorted", "[ranking]") {
  for (auto seed : seeds())
    for (size_t shared : {7, 8, 9, 200, 247, 248, 249, 255, 256, 257, 600}) {
      CAPTURE(seed, shared);
      generator random{seed};
      auto start = random.letters(shared, "ab");
      counts words;
      for (size_t i = 0; i < many / 10; ++i) {
        words[start + random.letters(random.below(12), {"ab\0", 3})] = 1;
        words[start.substr(0, 1 + random.below(shared))] = 1;
      }
      check_sort(words);
    }
}

TEST_CASE("words that differ in the number of NUL bytes at the end are sorted",
          "[ranking]") {
  counts words;
  for (size_t i = 1; i < 300; ++i)
    words["word"s + std::string(i, '\0')] = 1;
  check_sort(words);
}

TEST_CASE("words whose counts span all sizes are sorted", "[ranking]") {
  generator random{1};
  counts words;
  for (size_t i = 0; i < many; ++i)
    words[std::to_string(i)] = ~uint64_t{0} >> random.below(64);
  check_sort(words);
}
