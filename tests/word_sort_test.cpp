#include "actors/table/word_sort.hpp"

#include "actors/table/arena.hpp"
#include "actors/text/byte_classes.hpp"
#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

using pairs = std::vector<std::pair<uint64_t, std::string>>;

// Sorts until there are at least `wanted` words.
pairs sorted(const pairs& words, order by, size_t wanted = ~size_t{0}) {
  arena records;
  std::vector<placed_record> placed;
  for (auto& [count, word] : words) {
    auto& record = records.at(records.append(word, count));
    placed.emplace_back(record, place_of({word, count}, by));
  }
  pairs result;
  sort(placed, by, [&](std::span<const ranked_word> next) {
    for (auto& x : next)
      result.emplace_back(x.count, x.word);
    return result.size() < wanted;
  });
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

// Enough words to be passed on in several parts.
constexpr size_t many = 9000;

// Returns records that tell their number by their address. They share `places`
// places, half of them the highest ones.
std::vector<placed_record> any_records(size_t size, uint64_t places) {
  static const word_record none{};
  generator random{size};
  std::vector<placed_record> result;
  for (size_t i = 0; i < size; ++i) {
    auto place = random.below(places);
    result.emplace_back(none, random.below(2) == 0 ? place : ~place);
    result.back().address = i;
  }
  return result;
}

} // namespace

TEST_CASE("all instruction sets sort any number of records by place",
          "[ranking]") {
  using pair = std::pair<uint64_t, uint64_t>;
  auto pairs_of = [](const std::vector<placed_record>& records) {
    std::vector<pair> result;
    for (auto& x : records)
      result.emplace_back(x.place, x.address);
    return result;
  };
  for (auto which : available_instruction_sets())
    for (size_t size : {0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127,
                        128, 129, 1000, 5000, 20'000})
      for (uint64_t places : {uint64_t{1}, uint64_t{2}, uint64_t{3},
                              uint64_t{100}, ~uint64_t{0}}) {
        CAPTURE(to_string(which), size, places);
        auto records = any_records(size, places);
        auto expected = pairs_of(records);
        sort_by_place(records, which);
        auto sorted = pairs_of(records);
        CHECK(
            std::is_sorted(sorted.begin(), sorted.end(),
                           [](auto& a, auto& b) { return a.first < b.first; }));
        // None is lost, and each keeps its place.
        std::sort(expected.begin(), expected.end());
        std::sort(sorted.begin(), sorted.end());
        CHECK((sorted == expected));
      }
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

TEST_CASE("as many words are put in order as are wanted", "[ranking]") {
  pairs words;
  for (size_t i = 0; i < many; ++i)
    words.emplace_back(1, std::to_string(i));
  auto found = sorted(words, order::word, many / 2);
  auto expected = sorted_plainly(words, order::word);
  CHECK(found.size() >= many / 2);
  CHECK(found.size() < many);
  CHECK(std::equal(found.begin(), found.end(), expected.begin()));
}
