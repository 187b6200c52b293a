#include "actors/table/ranking.hpp"

#include "actors/table/word_table.hpp"
#include "tests/catch.hpp"
#include "tests/oracle.hpp"
#include "tests/word_oracle.hpp"

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

// Deals all words into buckets, sorts these and strings them together.
word_list rank_in_buckets(const counts& words, const ranking_rules& rules,
                          size_t bucket_size, size_t least_buckets) {
  word_table table;
  for (auto& [word, n] : words)
    table.add(word, n);
  auto parts = table.release();
  rank_bounds bounds{rules, parts.shards.front(), words.size(), bucket_size};
  CHECK(bounds.buckets() >= least_buckets);
  std::vector<unsorted_piece> pieces(bounds.buckets());
  for (auto& shard : parts.shards)
    for (size_t i = 0; auto& x : deal(shard, bounds).buckets)
      pieces[i++].parts.push_back(std::move(x));
  word_list result;
  for (auto& piece : pieces) {
    for (auto& x : sort(piece, rules.by))
      result.emplace_back(x.word, x.count);
  }
  return result;
}

void check_ranking(const counts& words, size_t bucket_size,
                   size_t least_buckets) {
  for (auto by : {order::count, order::word})
    for (uint64_t min_count : {0, 2, 3}) {
      ranking_rules rules{by, min_count};
      auto expected = expected_ranking(words, rules);
      CAPTURE(by, min_count, words.size());
      CHECK((rank_in_buckets(words, rules, bucket_size,
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
      for (size_t i = 0; i < 5000; ++i)
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
