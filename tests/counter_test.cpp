#include "actors/counter.hpp"

#include "tests/blocks.hpp"
#include "tests/deterministic.hpp"

using namespace tally;
using namespace std::string_literals;
using tally::test::block_of;
using tally::test::deterministic;
using tally::test::text_in_blocks;

TEST_CASE("a counter adds up the words of its blocks", "[counter]") {
  counter_state state;
  state.count(block_of("to be or not to be"));
  state.count(block_of("be"));
  auto table = state.finish();
  CHECK(table->tokens() == 7);
  CHECK(table->distinct() == 4);
  CHECK(table->count("be") == 3);
}

TEST_CASE("a counter starts afresh once it gave up its table", "[counter]") {
  counter_state state;
  state.count(block_of("foo"));
  state.finish();
  state.count(block_of("bar"));
  auto table = state.finish();
  CHECK(table->distinct() == 1);
  CHECK(table->count("bar") == 1);
}

TEST_CASE("a counter tells inputs apart by their numbers", "[counter]") {
  counter_state state;
  auto count = [&](std::string_view text, uint64_t input) {
    auto block = block_of(text);
    block.input = input;
    state.count(std::move(block));
  };
  count("foo bar", 1);
  count("foo", 3);
  count("baz", 1);
  auto tables = state.split();
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].input == 1);
  CHECK(tables[0].table->tokens() == 3);
  CHECK(tables[1].input == 3);
  CHECK(tables[1].table->count("foo") == 1);
  CHECK(state.split().empty());
  CHECK(state.tokens() == token_totals{4, {}});
  auto all = state.finish();
  CHECK(all->tokens() == 4);
  CHECK(all->count("foo") == 2);
}

TEST_CASE("a counter gives up inputs told apart as one table, too",
          "[counter]") {
  counter_state state;
  auto block = block_of("foo");
  block.input = 7;
  state.count(std::move(block));
  state.count(block_of("foo bar"));
  CHECK(state.finish()->count("foo") == 2);
  CHECK(state.finish()->tokens() == 0);
}

TEST_CASE("a counter gives up all words of a large vocabulary", "[counter]") {
  auto input = GENERATE(0U, 1U);
  counter_state state;
  std::string text;
  for (int i = 0; i < 400'000; ++i)
    text += std::to_string(i % 200'000 + 1'000'000)
            + (i % 2 == 0 ? " " : " and something long behind it ");
  text_in_blocks blocks{{text, text, "the rest"}};
  for (text_block block; blocks.next(block);) {
    block.input = input;
    state.count(std::move(block));
  }
  auto read = state.tokens().read;
  auto table = input == 0 ? state.finish() : state.split().at(0).table;
  auto tokens = table->audit();
  CHECK(tokens == read);
  CHECK(table->distinct() == 200'007);
  CHECK(table->count("1000007") == 4);
  CHECK(table->count("rest") == 1);
}

TEST_CASE("a counter that failed gives up what it has", "[counter]") {
  counter_state state;
  std::string text;
  for (int i = 0; i < 400'000; ++i)
    text += std::to_string(1'000'000 + i) + " and something long ";
  state.count(block_of(text));
  state.is_incomplete = true;
  auto table = state.finish();
  auto tokens = table->audit();
  CHECK(tokens > 1'000'000);
  CHECK(tokens < 1'600'000);
  CHECK(table->tokens() == tokens);
  state.count(block_of(text));
  CHECK(state.finish()->tokens() == 1'600'000);
}

TEST_CASE("a counter does not count what lies in the padding", "[counter]") {
  counter_state state;
  auto block = block_of("foo bar");
  block.size = 5;
  state.count(std::move(block));
  CHECK(state.finish()->count("b") == 1);
}

TEST_CASE_METHOD(deterministic, "a counter reads a text for itself",
                 "[counter][actor]") {
  auto to = sys.spawn(counter, counting_rules{}, no_keepers);
  text_source_ptr text
      = std::make_shared<text_in_blocks>(std::vector{"foo bar "s, "foo"s});
  CHECK(response<text_source_ptr>(to, count_atom_v, text) == text);
  auto table = response<word_table_ptr>(to, finish_atom_v);
  REQUIRE(table);
  CHECK((*table)->tokens() == 3);
  CHECK((*table)->count("foo") == 2);
}

TEST_CASE_METHOD(deterministic, "a counter hands back the buffer it was sent",
                 "[counter][actor]") {
  auto to = sys.spawn(counter, counting_rules{}, no_keepers);
  auto block = block_of("foo");
  auto memory = block.buffer.data();
  auto request = ask(self, to, caf::infinite, count_atom_v, std::move(block));
  scheduler.run();
  std::move(request).receive(
      [&](text_block& counted) { CHECK(counted.buffer.data() == memory); },
      [](caf::error& err) { FAIL(to_string(err)); });
  auto table = response<word_table_ptr>(to, finish_atom_v);
  REQUIRE(table);
  CHECK((*table)->count("foo") == 1);
}
