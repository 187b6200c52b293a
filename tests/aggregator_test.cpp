#include "actors/aggregator.hpp"

#include "tests/deterministic.hpp"

#include <memory>

using namespace tally;
using tally::test::deterministic;

TEST_CASE("adding a word answers its new count", "[aggregator]") {
  aggregator_state state;
  CHECK(state.add_word("foo") == 1u);
  CHECK(state.add_word("bar") == 1u);
  CHECK(state.add_word("foo") == 2u);
  CHECK(state.stats() == totals{3, 2});
}

TEST_CASE("an empty word is refused and changes nothing", "[aggregator]") {
  aggregator_state state;
  CHECK(state.add_word("").error() == fault::empty_word);
  CHECK(state.merge({{"foo", 1}, {"", 1}}).error() == fault::empty_word);
  CHECK(state.stats() == totals{});
}

TEST_CASE("counts never run over", "[aggregator]") {
  aggregator_state state;
  state.merge({{"foo", UINT64_MAX - 1}});
  CHECK(state.merge({{"foo", 1}, {"bar", 1}}).error() == fault::too_many);
  auto table = std::make_shared<word_table>();
  table->add("bar", 2);
  CHECK(state.merge(table).error() == fault::too_many);
  CHECK(state.add_word("foo") == UINT64_MAX);
  CHECK(state.add_word("foo").error() == fault::too_many);
  CHECK(state.add_word("bar").error() == fault::too_many);
  CHECK(state.counts() == word_counts{{"foo", UINT64_MAX}});
}

TEST_CASE("counts are ordered by count, then by the word's bytes",
          "[aggregator]") {
  aggregator_state state;
  for (auto word : {"b", "a", "c", "c", "\xff", "B"})
    state.add_word(word);
  word_counts expected{{"c", 2}, {"B", 1}, {"a", 1}, {"b", 1}, {"\xff", 1}};
  CHECK(state.counts() == expected);
  CHECK(state.top(2) == word_counts{{"c", 2}, {"B", 1}});
  CHECK(state.top(0).empty());
  CHECK(state.top(99) == expected);
}

TEST_CASE("occurrences can be taken back, but not more than there are",
          "[aggregator]") {
  aggregator_state state;
  state.merge({{"foo", 3}, {"a word of some length", 2}});
  CHECK(state.subtract("foo", 2) == 1u);
  CHECK(state.subtract("a word of some length", UINT64_MAX) == 0u);
  CHECK(state.subtract("missing", 1) == 0u);
  CHECK(state.subtract("", 1).error() == fault::empty_word);
  CHECK(state.stats() == totals{1, 1});
  CHECK(state.counts() == word_counts{{"foo", 1}});
}

TEST_CASE("a prefix is completed by the most frequent words first",
          "[aggregator]") {
  aggregator_state state;
  state.merge({{"to", 2}, {"today", 3}, {"tomorrow", 3}, {"be", 9}});
  CHECK(state.complete("to", 2) == word_counts{{"today", 3}, {"tomorrow", 3}});
  CHECK(state.complete("to", 9).back() == word_count{"to", 2});
  CHECK(state.complete("", 1) == word_counts{{"be", 9}});
  CHECK(state.complete("x", 9).empty());
}

TEST_CASE("merging adds counts to those already there", "[aggregator]") {
  aggregator_state state;
  state.add_word("foo");
  CHECK(state.merge({{"foo", 2}, {"bar", 5}, {"never", 0}}) == totals{8, 2});
  auto table = std::make_shared<word_table>();
  table->add("bar", uint64_t{1} << 40);
  CHECK(state.merge(table)->distinct == 2);
  CHECK(state.table.count("foo") == 3);
  CHECK(state.table.count("bar") == (uint64_t{1} << 40) + 5);
  CHECK(state.table.count("never") == 0);
}

TEST_CASE("a reset forgets everything and says how much", "[aggregator]") {
  aggregator_state state;
  state.add_word("foo");
  CHECK(state.reset() == totals{1, 1});
  CHECK(state.stats() == totals{});
  CHECK(state.add_word("foo") == 1u);
}

TEST_CASE_METHOD(deterministic, "the aggregator answers every request",
                 "[aggregator][actor]") {
  auto to = sys.spawn(aggregator);
  auto word = std::string{"foo"};
  CHECK(response<uint64_t>(to, add_word_atom_v, word) == 1u);
  CHECK(response<uint64_t>(to, add_word_atom_v, word) == 2u);
  CHECK(response<uint64_t>(to, get_count_atom_v, word) == 2u);
  CHECK(response<totals>(to, merge_atom_v, word_counts{{"bar", 3}})
        == totals{5, 2});
  CHECK(response<word_counts>(to, get_top_atom_v, uint64_t{1})
        == word_counts{{"bar", 3}});
  CHECK(response<word_counts>(to, get_counts_atom_v)
        == word_counts{{"bar", 3}, {"foo", 2}});
  CHECK(
      response<word_counts>(to, complete_atom_v, std::string{"f"}, uint64_t{9})
      == word_counts{{"foo", 2}});
  CHECK(response<totals>(to, get_stats_atom_v) == totals{5, 2});
  CHECK(response<uint64_t>(to, subtract_atom_v, word, uint64_t{2}) == 0u);
  CHECK(response<totals>(to, reset_atom_v) == totals{3, 1});
  CHECK(response<totals>(to, get_stats_atom_v) == totals{});
}

TEST_CASE_METHOD(deterministic, "a refused word leaves the aggregator alive",
                 "[aggregator][actor]") {
  auto to = sys.spawn(aggregator);
  CHECK(response<uint64_t>(to, add_word_atom_v, std::string{}).error()
        == fault::empty_word);
  CHECK(response<uint64_t>(to, add_word_atom_v, std::string{"foo"}) == 1u);
}

TEST_CASE_METHOD(deterministic, "the aggregator takes over a table",
                 "[aggregator][actor]") {
  auto to = sys.spawn(aggregator);
  auto table = std::make_shared<word_table>();
  table->add("foo", 7);
  CHECK(response<totals>(to, merge_atom_v, table) == totals{7, 1});
}
