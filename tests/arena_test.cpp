#include "actors/table/arena.hpp"

#include "actors/table/word_shard.hpp"
#include "tests/catch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tally;
using namespace std::string_literals;

namespace {

// Words of all lengths up to some hundred bytes, some larger than a chunk and
// one larger than an area.
std::string word_number(size_t i) {
  auto size = i % 10'007 == 10'006 ? 700'000
              : i == 40'000        ? 5'000'000
                                   : i % 300;
  return std::to_string(i) + std::string(size, 'x');
}

struct stored {
  uint32_t offset;
  const word_record* record;
};

std::vector<stored> store(arena& into, size_t first, size_t last) {
  std::vector<stored> result;
  for (auto i = first; i < last; ++i) {
    auto offset = into.append(word_number(i), i);
    result.push_back({offset, &into.at(offset)});
  }
  return result;
}

// Checks words `first` and so on, whose offsets have become larger.
void check(const arena& in, const std::vector<stored>& words, size_t first,
           uint32_t distance) {
  size_t wrong = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    auto& record = in.at(words[i].offset + distance);
    wrong += &record != words[i].record || record.count != first + i
             || record.word() != word_number(first + i);
  }
  CHECK(wrong == 0);
}

} // namespace

TEST_CASE("records stay where they are while an arena grows", "[arena]") {
  arena words;
  auto stored = store(words, 0, 50'000);
  check(words, stored, 0, 0);
  size_t seen = 0;
  words.for_each([&](const word_record& x) {
    seen += x.count == seen; // in the order they were stored
  });
  CHECK(seen == stored.size());
}

TEST_CASE("an arena takes over records of another and goes on to grow",
          "[arena]") {
  for (size_t others : {1, 100, 20'000}) {
    CAPTURE(others);
    arena words;
    auto first = store(words, 0, 20'000);
    arena other;
    auto second = store(other, 20'000, 20'000 + others);
    auto distance = words.adopt(std::move(other));
    auto third = store(words, 50'000, 60'000);
    check(words, first, 0, 0);
    check(words, second, 20'000, distance);
    check(words, third, 50'000, 0);
  }
}

TEST_CASE("an arena that gave its records away starts anew", "[arena]") {
  arena words;
  store(words, 0, 1000);
  arena other;
  other.adopt(std::move(words));
  auto again = store(words, 1000, 2000);
  check(words, again, 1000, 0);
}

TEST_CASE("any number of small shards can be merged", "[arena]") {
  constexpr uint64_t merges = 70'000; // more than there are chunks
  word_shard all;
  for (uint64_t i = 0; i < merges; ++i) {
    word_shard next;
    for (auto& word : {"a word"s, "word number " + std::to_string(i % 10)})
      next.add(word, hash_word(word, process_seed()), 1);
    all.merge(std::move(next));
  }
  CHECK(all.distinct() == 11);
  uint64_t sum = 0;
  all.for_each([&](std::string_view, uint64_t count) { sum += count; });
  CHECK(sum == 2 * merges);
}
