#include "actors/table/word_table.hpp"

#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

uint64_t total(const counts& xs) {
  return std::accumulate(xs.begin(), xs.end(), uint64_t{0},
                         [](auto sum, auto& x) { return sum + x.second; });
}

// Adds random words to a table and to what it should hold.
void fill(word_table& table, counts& expected, generator& random, size_t n) {
  constexpr auto alphabet = std::string_view{"abc\0", 4};
  for (size_t i = 0; i < n; ++i) {
    auto word = random.letters(1 + random.below(24), alphabet);
    auto count = 1 + random.below(5);
    expected[word] += count;
    if (table.add(word, count) != expected[word])
      FAIL("wrong new count of " << word);
  }
}

// Takes some occurrences of every other word back, all of them at times.
void take_back(word_table& table, counts& expected, generator& random) {
  for (auto i = expected.begin(); i != expected.end();) {
    auto n = random.below(2) * random.below(12);
    auto left = i->second - std::min<uint64_t>(i->second, n);
    if (table.subtract(i->first, n) != left)
      FAIL("wrong new count of " << i->first);
    i->second = left;
    i = left == 0 ? expected.erase(i) : std::next(i);
  }
}

void check_equal(const word_table& table, const counts& expected) {
  CHECK(table.distinct() == expected.size());
  CHECK(table.tokens() == total(expected));
  CHECK(contents(table) == expected);
  for (auto& [word, n] : expected)
    if (table.count(word) != n)
      FAIL("wrong count of " << word);
}

// Puts off a word that does not end in NUL.
void put_off(word_table& table, std::string_view word) {
  auto hash = hash_word(word, table.seed());
  if (word.size() <= 8)
    table.put_off(load_up_to_8(word.data(), word.size()), hash);
  else
    table.put_off(word, hash);
}

} // namespace

TEST_CASE("an empty table knows no words", "[word_table]") {
  word_table table;
  CHECK(table.count("a") == 0);
  CHECK(table.count("a word of some length") == 0);
  CHECK(table.distinct() == 0);
  CHECK(table.tokens() == 0);
}

TEST_CASE("adding a word returns its new count", "[word_table]") {
  word_table table;
  for (auto word : {"a"s, "eight888"s, "nine99999"s, std::string(16, 's'),
                    std::string(17, 's'), "\0"s, "ends in NUL\0"s}) {
    CHECK(table.add(word) == 1);
    CHECK(table.add(word) == 2);
    CHECK(table.add(word, 40) == 42);
    CHECK(table.count(word) == 42);
    CHECK(table.count(word + "x") == 0);
  }
  CHECK(table.distinct() == 7);
}

TEST_CASE("a word taken back to nothing is gone until it comes again",
          "[word_table]") {
  word_table table;
  for (auto word : {"a"s, "nine99999"s, std::string(17, 's'), "\0"s}) {
    table.add(word, 3);
    CHECK(table.subtract(word, 1) == 2);
    CHECK(table.subtract(word, 5) == 0);
    CHECK(table.subtract(word) == 0);
    CHECK(table.count(word) == 0);
    check_equal(table, {});
    CHECK(table.add(word) == 1);
    check_equal(table, {{word, 1}});
    table.subtract(word);
  }
}

TEST_CASE("words that differ in trailing NULs only are different",
          "[word_table]") {
  word_table table;
  counts expected;
  for (size_t size = 1; size <= 20; ++size)
    for (size_t nuls = 0; nuls <= 20; ++nuls) {
      auto word = std::string(size, 'a') + std::string(nuls, '\0');
      expected[word] = size * 100 + nuls + 1;
      CHECK(table.add(word, expected[word]) == expected[word]);
    }
  check_equal(table, expected);
}

TEST_CASE("counts have 64 bits", "[word_table]") {
  word_table table;
  for (auto word : {"short", "a rather long word"}) {
    CHECK(table.add(word, uint64_t{1} << 40) == uint64_t{1} << 40);
    CHECK(table.add(word) == (uint64_t{1} << 40) + 1);
  }
}

TEST_CASE("words may be of any length", "[word_table]") {
  word_table table;
  counts expected;
  for (size_t size :
       {100, 65'000, 65'524, 65'525, 70'000, 2'000'000, 5'000'000}) {
    expected[std::string(size, 'l')] = 1;
    table.add(std::string(size, 'l'));
  }
  check_equal(table, expected);
}

TEST_CASE("a table holds what a map would hold", "[word_table]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    word_table table{fixed_seed(seed)};
    counts expected;
    for (size_t n : {10, 1000, 40'000})
      fill(table, expected, random, n);
    check_equal(table, expected);
  }
}

TEST_CASE("a table holds what a map would hold after taking words back",
          "[word_table]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    word_table table;
    counts expected;
    auto change = [&](size_t n) {
      fill(table, expected, random, n);
      take_back(table, expected, random);
      check_equal(table, expected);
    };
    for (size_t n : {10, 1000, 10'000})
      change(n);
    // Merging moves all words into shards.
    table.merge(word_table{});
    check_equal(table, expected);
    for (size_t n : {10'000, 1000})
      change(n);
  }
}

TEST_CASE("merging adds the counts of both", "[word_table]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    word_table sum;
    counts expected;
    for (int i = 0; i < 6; ++i) {
      word_table part;
      fill(sum, expected, random, random.below(100));
      counts of_part;
      fill(part, of_part, random, random.below(20'000));
      for (auto& [word, n] : of_part)
        expected[word] += n;
      sum.merge(std::move(part));
    }
    check_equal(sum, expected);
  }
}

TEST_CASE("shards can be taken out, merged and put back", "[word_table]") {
  generator random{1};
  word_table a;
  word_table b;
  counts expected;
  counts of_b;
  fill(a, expected, random, 30'000);
  fill(b, of_b, random, 30'000);
  for (auto& [word, n] : of_b)
    expected[word] += n;
  auto parts = a.release();
  auto parts_of_b = b.release();
  for (size_t i = 0; i < parts.shards.size(); ++i)
    parts.shards[i].merge(std::move(parts_of_b.shards[i]));
  parts.tokens += parts_of_b.tokens;
  check_equal(word_table{a.seed(), std::move(parts)}, expected);
  check_equal(a, {});
  check_equal(b, {});
}

TEST_CASE("a shard without words takes over what it is merged with",
          "[word_table]") {
  // Where nothing is allocated, nothing can fail.
  auto long_word = "a word of some length"s;
  word_shard shard;
  shard.add(long_word, 1, 1);
  shard.subtract(long_word, 1, 1);
  word_shard other;
  other.add("short", 2, 5);
  auto memory = other.slot_bytes();
  shard.merge(std::move(other));
  CHECK(shard.slot_bytes() == memory);
  CHECK(shard.count("short", 2) == 5);
  CHECK(shard.count(long_word, 1) == 0);
}

TEST_CASE("a table that was moved from can be used again", "[word_table]") {
  word_table a;
  a.add("word");
  a.add("some longer word");
  auto b = std::move(a);
  check_equal(b, {{"word", 1}, {"some longer word", 1}});
  a = word_table{};
  a.add("other");
  check_equal(a, {{"other", 1}});
}

TEST_CASE("a large table is exact in every shard", "[word_table]") {
  word_table table;
  auto word = [](uint64_t i) { return std::to_string(i * i * i); };
  for (uint64_t i = 0; i < 600'000; ++i)
    table.add(word(i), i + 1);
  CHECK(table.distinct() == 600'000);
  for (uint64_t i = 0; i < 600'000; ++i)
    if (table.count(word(i)) != i + 1)
      FAIL("wrong count of " << word(i));
}

TEST_CASE("words that are put off are counted in the end", "[word_table]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    word_table table{fixed_seed(seed)};
    table.spill_front();
    counts expected;
    for (int i = 0; i < 40'000; ++i) {
      auto word = random.letters(1 + random.below(24), "abc");
      put_off(table, word);
      ++expected[word];
    }
    table.count_tokens(40'000);
    table.settle();
    check_equal(table, expected);
    table.settle();
    check_equal(table, expected);
  }
}

TEST_CASE("a word that is too long to wait is counted at once",
          "[word_table]") {
  word_table table;
  table.spill_front();
  auto giant = std::string(1'000'000, 'g');
  for (int i = 0; i < 3; ++i)
    put_off(table, giant);
  CHECK(table.count(giant) == 3);
}

TEST_CASE("long words can be handed over before or when they are settled",
          "[word_table]") {
  word_table table;
  word_table other;
  size_t lists = 0;
  table.hand_over_to([&](size_t shard, waiting_words& words) {
    ++lists;
    other.settle(shard, words, 2);
  });
  table.spill_front();
  constexpr uint64_t n = 200'000;
  for (uint64_t i = 0; i < n; ++i) {
    put_off(table, std::to_string(i % 1000));
    put_off(table, "the word " + std::to_string(i % 50'000));
  }
  table.count_tokens(2 * n);
  CHECK(lists > word_table::num_shards);
  table.settle();
  CHECK(table.distinct() == 1000);
  CHECK(other.distinct() == 50'000);
  CHECK(other.count("the word 77") == 4);
  table.merge(std::move(other));
  CHECK(table.tokens() == 2 * n);
  CHECK(table.audit() == 2 * n);
}

TEST_CASE("merging settles what was put off", "[word_table]") {
  word_table table;
  word_table other;
  for (auto* x : {&table, &other}) {
    x->spill_front();
    put_off(*x, "ab");
  }
  table.merge(std::move(other));
  CHECK(table.count("ab") == 2);
}

TEST_CASE("a table never holds the empty word", "[word_table]") {
  word_table table;
  CHECK(table.count("") == 0);
  table.add("word");
  CHECK(table.count("") == 0);
}
