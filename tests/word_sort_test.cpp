#include "actors/table/word_sort.hpp"

#include "actors/table/arena.hpp"
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

pairs sorted(const pairs& words, order by) {
  arena records;
  std::vector<placed_record> placed;
  for (auto& [count, word] : words) {
    auto& record = records.at(records.append(word, count));
    placed.emplace_back(record, place_of({word, count}, by));
  }
  sort(placed, by);
  pairs result;
  for (auto& x : placed)
    result.emplace_back(x.record().count, x.record().word());
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

TEST_CASE("all instruction sets sort any number of records by place",
          "[ranking]") {
  arena none;
  auto& record = none.at(none.append("word", 1));
  for (auto which : available_instruction_sets())
    for (size_t size : {0, 1, 2, 3, 15, 16, 17, 63, 64, 65, 128, 129, 5000})
      for (uint64_t places : {uint64_t{1}, uint64_t{2}, uint64_t{3},
                              uint64_t{100}, ~uint64_t{0}}) {
        CAPTURE(to_string(which), size, places);
        generator random{size};
        std::vector<placed_record> records;
        for (size_t i = 0; i < size; ++i) {
          records.emplace_back(record, random.below(places) + (places == 3));
          records.back().address = i;
        }
        auto expected = records;
        sort_by_place(records, which);
        auto before = [](auto& a, auto& b) { return a.place < b.place; };
        CHECK(std::is_sorted(records.begin(), records.end(), before));
        // All are still there, each with its place.
        auto by_address
            = [](auto& a, auto& b) { return a.address < b.address; };
        std::sort(records.begin(), records.end(), by_address);
        CHECK(std::equal(records.begin(), records.end(), expected.begin(),
                         expected.end(), [](auto& a, auto& b) {
                           return a.address == b.address && a.place == b.place;
                         }));
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
