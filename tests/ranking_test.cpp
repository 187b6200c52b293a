#include "actors/table/ranking.hpp"

#include "actors/table/word_table.hpp"
#include "tests/catch.hpp"
#include "tests/oracle.hpp"
#include "tests/word_oracle.hpp"

#include <algorithm>

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

using word_list = std::vector<std::pair<std::string, uint64_t>>;

word_list expected_ranking(const counts& words, const ranking_rules& rules) {
  auto result = rules.by == order::count
                    ? ranked(words)
                    : word_list{words.begin(), words.end()};
  std::erase_if(result, [&](auto& x) { return x.second < rules.min_count; });
  return result;
}

using pieces = std::vector<unsorted_piece>;

// Deals all words into buckets.
pieces dealt(table_parts& parts, const rank_bounds& bounds) {
  pieces result(bounds.buckets());
  for (auto& shard : parts.shards)
    for (size_t i = 0; auto& x : deal(std::move(shard), bounds).buckets)
      result[i++].parts.push_back(std::move(x));
  return result;
}

word_list pairs_of(std::span<const ranked_word> words) {
  word_list result;
  for (auto& x : words)
    result.emplace_back(x.word, x.count);
  return result;
}

// Sorts all pieces and strings them together.
word_list sorted(const pieces& unsorted, order by) {
  word_list result;
  for (auto& piece : unsorted)
    sort(piece, by, [&](std::span<const ranked_word> next) {
      for (auto& x : pairs_of(next))
        result.push_back(std::move(x));
      return true;
    });
  return result;
}

uint64_t tokens_of(const word_list& words) {
  uint64_t result = 0;
  for (auto& x : words)
    result += x.second;
  return result;
}

word_table table_of(const counts& words) {
  word_table result;
  for (auto& [word, n] : words)
    result.add(word, n);
  return result;
}

word_list rank_in_buckets(word_table table, const ranking_rules& rules,
                          size_t bucket_size, size_t least_buckets) {
  auto distinct = table.distinct();
  auto parts = table.release();
  rank_bounds bounds{rules, parts.shards.front(), distinct, bucket_size};
  CHECK(bounds.buckets() >= least_buckets);
  return sorted(dealt(parts, bounds), rules.by);
}

void check_ranking(const counts& words, size_t bucket_size,
                   size_t least_buckets) {
  for (auto by : {order::count, order::word})
    for (uint64_t min_count : {0, 2, 3}) {
      ranking_rules rules{by, min_count};
      auto expected = expected_ranking(words, rules);
      CAPTURE(by, min_count, words.size());
      CHECK((rank_in_buckets(table_of(words), rules, bucket_size,
                             min_count == 0 ? least_buckets : 1)
             == expected));
    }
}

} // namespace

TEST_CASE("nothing to rank gives no words", "[ranking]") {
  check_ranking({}, 10, 1);
}

TEST_CASE("a few words are ranked by count and by word", "[ranking]") {
  check_ranking({{"the", 12}, {"b", 1}, {"a", 1}, {"B", 3}}, 10, 1);
}

TEST_CASE("words that differ in NUL bytes or length only are ranked by bytes",
          "[ranking]") {
  check_ranking({{"a"s, 1},
                 {"a\0"s, 1},
                 {"a\0\0"s, 1},
                 {"a\0b"s, 1},
                 {"aaaaaaaa"s, 1},
                 {"aaaaaaaa\0"s, 1},
                 {"aaaaaaaaa"s, 1},
                 {"\0\0\0\0\0\0\0\0\0"s, 1},
                 {"\xFF"s, 1},
                 {"\x7F"s, 1}},
                10, 1);
}

TEST_CASE("counts of any size are ranked", "[ranking]") {
  counts words;
  for (uint64_t bits = 0; bits < 64; ++bits)
    for (uint64_t i : {0, 1, 2})
      words[std::to_string(bits * 3 + i)] = (uint64_t{1} << bits) + i;
  for (auto n : {65533, 65534, 65535, 65536, 65537})
    words["n" + std::to_string(n)] = static_cast<uint64_t>(n);
  check_ranking(words, 4, 2);
}

TEST_CASE("random words are ranked in buckets of any size", "[ranking]") {
  for (auto seed : seeds())
    for (size_t bucket_size : {1, 7, 100, 1000}) {
      CAPTURE(seed, bucket_size);
      generator random{seed};
      counts words;
      // The bounds are drawn from one shard of 16. Its share of the words is a
      // matter of the seed of the hash, but little so for this many.
      for (size_t i = 0; i < 20'000; ++i)
        words[random.letters(1 + random.below(20), {"abc\0\xE3", 5})]
            = 1 + random.below(4);
      check_ranking(words, bucket_size, words.size() / bucket_size / 20 + 1);
    }
}

TEST_CASE("words that start alike still fall into many buckets", "[ranking]") {
  generator random{1};
  counts words;
  for (size_t i = 0; i < 20'000; ++i)
    words["https://www." + random.letters(12, "abcdefgh")] = 1;
  check_ranking(words, 500, 30);
}

TEST_CASE("words merged and taken back are ranked once, or not at all",
          "[ranking]") {
  generator random{2};
  counts expected;
  word_table table;
  for (size_t i = 0; i < 3; ++i) {
    word_table other;
    for (size_t j = 0; j < 2000; ++j) {
      auto word = random.letters(1 + random.below(20), "ab");
      ++expected[word];
      other.add(word);
    }
    table.merge(std::move(other));
  }
  for (auto i = expected.begin(); i != expected.end();)
    if (random.below(2) == 0) {
      table.subtract(i->first, i->second);
      i = expected.erase(i);
    } else {
      ++i;
    }
  CHECK((rank_in_buckets(std::move(table), {}, 100, 2)
         == expected_ranking(expected, {})));
}

TEST_CASE("the first words of a piece are those it would be sorted to",
          "[ranking]") {
  counts words;
  for (size_t i = 0; i < 200; ++i)
    words["word " + std::to_string(i)] = 1 + i % 3;
  for (auto by : {order::count, order::word}) {
    auto parts = table_of(words).release();
    auto all = dealt(parts, {{by}, parts.shards.front(), words.size()});
    REQUIRE(all.size() == 1);
    auto& piece = all.front();
    auto expected = expected_ranking(words, {by});
    for (size_t n : {0, 1, 2, 66, 67, 68, 199, 200, 201}) {
      CAPTURE(by, n);
      auto end = expected.begin()
                 + static_cast<ptrdiff_t>(std::min(n, expected.size()));
      word_list first{expected.begin(), end};
      auto found = pairs_of(first_words(piece, n, by));
      auto total = first_of(piece, n, by);
      CHECK(total.distinct == first.size());
      CHECK(total.tokens == tokens_of(first));
      std::sort(found.begin(), found.end());
      std::sort(first.begin(), first.end());
      CHECK((found == first));
    }
  }
}

TEST_CASE("words are dealt with the sum of their lengths", "[ranking]") {
  auto parts
      = table_of({{"ab", 5}, {"abc", 1}, {"eighteen bytes long", 2}}).release();
  auto all = dealt(parts, {{}, parts.shards.front(), 3});
  REQUIRE(all.size() == 1);
  uint64_t bytes = 0;
  for (auto& part : all.front().parts)
    bytes += part.word_bytes;
  CHECK(bytes == 2 + 3 + 19);
}

TEST_CASE("what is dealt is summed up, and what is left out as well",
          "[ranking]") {
  auto parts
      = table_of({{"ab", 5}, {"abc", 1}, {"eighteen bytes long", 2}}).release();
  rank_bounds bounds{{.min_count = 2}, parts.shards.front(), 3};
  ranking_summary all;
  totals kept;
  for (auto& shard : parts.shards) {
    auto dealt = deal(std::move(shard), bounds);
    all += dealt.summary;
    kept += dealt.buckets.front().sums;
  }
  CHECK(all.tokens == 8);
  CHECK(all.distinct == 3);
  CHECK(all.kept == 2);
  CHECK(all.most_often == 5);
  CHECK(kept == totals{7, 2});
}

TEST_CASE("words that take more than a huge page are ranked", "[ranking]") {
  constexpr size_t n = 60'000;
  counts expected;
  word_shard shard;
  for (size_t i = 0; i < n; ++i) {
    auto word = std::to_string(i) + std::string(30 + i % 20, 'x');
    expected[word] = 1 + i % 3;
    shard.add(word, hash_word(word, process_seed()), 1 + i % 3);
  }
  rank_bounds bounds{{}, shard, n, 1000};
  CHECK(bounds.buckets() > 10);
  pieces all(bounds.buckets());
  auto dealt = deal(std::move(shard), bounds);
  CHECK(dealt.buckets.front().memory->size() > memory_area::huge_page);
  for (size_t i = 0; i < all.size(); ++i)
    all[i].parts.push_back(std::move(dealt.buckets[i]));
  CHECK((sorted(all, order::count) == ranked(expected)));
}
