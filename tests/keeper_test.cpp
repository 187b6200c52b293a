#include "actors/keeper.hpp"

#include "actors/counter.hpp"
#include "tests/blocks.hpp"
#include "tests/deterministic.hpp"
#include "tests/word_oracle.hpp"

#include <optional>
#include <utility>

using namespace tally;
using tally::test::block_of;
using tally::test::contents;
using tally::test::count_naively;
using tally::test::deterministic;

namespace {

// Returns a list of words, all of them for shard 0 as far as their hashes tell.
waiting_words_ptr list_of(std::initializer_list<const char*> words) {
  auto list = std::make_shared<waiting_words>();
  list->reserve(1000);
  for (std::string_view word : words)
    list->append(word, hash_word(word, process_seed()) >> shard_bits);
  return list;
}

// Words of a vocabulary too large for the front table, most of them not short.
std::string large_text() {
  std::string text;
  for (int i = 0; i < 300'000; ++i)
    text += std::to_string(i % 150'000) + (i % 3 == 0 ? " " : "_of_many ");
  return text;
}

struct lazy_state {
  std::vector<caf::typed_response_promise<waiting_words_ptr>> promises;
  int times = 0;
};

// Does nothing with lists until it is told to finish: it gives them back for as
// many times as it `succeeds`, and then has them fail.
keeper_actor::behavior_type
lazy_keeper(keeper_actor::stateful_pointer<lazy_state> self, int succeeds) {
  return {
      [self](count_atom, uint64_t, const waiting_words_ptr&) {
        auto promise = self->make_response_promise<waiting_words_ptr>();
        state_of(self).promises.push_back(promise);
        return promise;
      },
      [self, succeeds](finish_atom) {
        auto fails = state_of(self).times++ >= succeeds;
        for (auto& x : std::exchange(state_of(self).promises, {}))
          if (fails)
            x.deliver(caf::error{fault::out_of_memory});
          else
            x.deliver(std::make_shared<waiting_words>());
        return std::make_shared<word_table>();
      },
  };
}

// A counter with one such keeper.
struct lazily_kept : deterministic {
  // Has the counter count a text.
  void start(int succeeds) {
    keepers.push_back(sys.spawn(lazy_keeper, succeeds));
    to = sys.spawn(counter, counting_rules{}, keepers);
    counted.emplace(
        ask(self, to, caf::infinite, count_atom_v, block_of(large_text())));
    scheduler.run();
  }

  void let_keeper_answer() {
    scheduler.run();
    REQUIRE(response<word_table_ptr>(keepers[0], finish_atom_v));
  }

  template <class Result, class Response>
  caf::error failure_of(Response& response) {
    caf::error failure;
    std::move(response).receive([](Result&) {},
                                [&](caf::error& err) { failure = err; });
    return failure;
  }

  // Returns how many different short words there are in what the counter gives
  // up.
  size_t short_words_left() {
    auto table = response<word_table_ptr>(to, finish_atom_v);
    REQUIRE(table);
    CHECK((*table)->tokens() == (*table)->audit());
    size_t result = 0;
    (*table)->for_each(
        [&](std::string_view word, uint64_t) { result += is_short(word); });
    return result;
  }

  using pending = decltype(ask(std::declval<caf::scoped_actor&>(),
                               std::declval<const counter_actor&>(),
                               caf::infinite, count_atom_v, text_block{}));

  std::vector<keeper_actor> keepers;
  counter_actor to;
  std::optional<pending> counted;
};

} // namespace

TEST_CASE("a keeper adds up words whoever found them", "[keeper]") {
  keeper_state state;
  state.count(0, list_of({"elephants", "hippopotamus"}));
  state.count(0, list_of({"elephants"}));
  auto table = state.finish();
  CHECK(table->distinct() == 2);
  CHECK(table->audit() == 3);
  CHECK(state.finish()->distinct() == 0);
}

TEST_CASE("a keeper returns a list empty and with more room", "[keeper]") {
  keeper_state state;
  auto list = list_of({"elephants"});
  auto room = list->capacity();
  auto returned = state.count(0, list);
  CHECK(returned == list);
  CHECK(returned->empty());
  CHECK(returned->capacity() > room);
}

TEST_CASE_METHOD(deterministic,
                 "counters and keepers together count every word once",
                 "[keeper][counter][actor]") {
  std::vector keepers{sys.spawn(keeper, size_t{2}),
                      sys.spawn(keeper, size_t{2})};
  auto text = large_text();
  word_table all;
  std::vector<counter_actor> counters;
  for (int i = 0; i < 2; ++i)
    counters.push_back(sys.spawn(counter, counting_rules{}, keepers));
  for (auto& to : counters)
    REQUIRE(response<text_block>(to, count_atom_v, block_of(text)));
  for (auto& from : counters)
    all.merge(std::move(**response<word_table_ptr>(from, finish_atom_v)));
  auto in_counters = all.distinct();
  for (auto& from : keepers) {
    auto table = response<word_table_ptr>(from, finish_atom_v);
    REQUIRE(table);
    CHECK((*table)->distinct() > 20'000);
    all.merge(std::move(**table));
  }
  CHECK(in_counters < all.distinct());
  CHECK(contents(all) == count_naively(text + text));
  CHECK(all.tokens() == 600'000);
}

TEST_CASE_METHOD(lazily_kept,
                 "a counter answers late while its lists wait for keepers",
                 "[keeper][counter][actor]") {
  start(1);
  CHECK_FALSE(self->has_next_message());
  let_keeper_answer();
  CHECK_FALSE(failure_of<text_block>(*counted));
}

TEST_CASE_METHOD(lazily_kept,
                 "a counter whose keeper failed says so and gives up the rest",
                 "[keeper][counter][actor]") {
  start(0);
  let_keeper_answer();
  CHECK(failure_of<text_block>(*counted) == fault::out_of_memory);
  // Each list that fails may fail an answer.
  CHECK_FALSE(response<word_table_ptr>(to, finish_atom_v));
  CHECK(short_words_left() > 1000);
}

TEST_CASE_METHOD(lazily_kept,
                 "a counter that fails at the end can be asked again",
                 "[keeper][counter][actor]") {
  start(1);
  let_keeper_answer();
  auto finished = ask(self, to, caf::infinite, finish_atom_v);
  let_keeper_answer();
  CHECK_FALSE(failure_of<text_block>(*counted));
  CHECK(failure_of<word_table_ptr>(finished) == fault::out_of_memory);
  CHECK(short_words_left() == 50'000);
}
