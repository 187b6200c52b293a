#include "app/feeder.hpp"

#include "actors/counter.hpp"
#include "tests/deterministic.hpp"
#include "tests/random_text.hpp"
#include "tests/temporary_file.hpp"
#include "tests/word_oracle.hpp"

using namespace tally;
using namespace tally::test;

namespace {

std::unique_ptr<block_source> source_of(const temporary_file& file,
                                        size_t readers = 1,
                                        size_t block_size = 8) {
  return std::make_unique<block_source>(std::vector{file.path()}, block_size,
                                        reading{}, complain, counting_rules{},
                                        false, readers);
}

/// Takes blocks and parts, and keeps them.
struct hoarder_state {
  std::vector<caf::typed_response_promise<text_block>> blocks;
  std::vector<caf::typed_response_promise<text_source_ptr>> parts;
};

counter_actor::behavior_type
hoarder(counter_actor::stateful_pointer<hoarder_state> self) {
  return {
      [self](count_atom, text_block&) {
        auto promise = self->make_response_promise<text_block>();
        state_of(self).blocks.push_back(promise);
        return promise;
      },
      [self](count_atom, text_source_ptr&) {
        auto promise = self->make_response_promise<text_source_ptr>();
        state_of(self).parts.push_back(promise);
        return promise;
      },
      [](split_atom) { return input_tables{}; },
      [](get_stats_atom) { return token_totals{}; },
      [self](finish_atom) -> caf::result<word_table_ptr> {
        auto taken = std::make_shared<word_table>();
        auto& state = state_of(self);
        if (auto n = state.blocks.size() + state.parts.size(); n > 0)
          taken->add("taken", n);
        return taken;
      },
  };
}

counter_actor::behavior_type broken_counter() {
  return {
      [](count_atom, text_block&) -> caf::result<text_block> {
        return caf::error{fault::out_of_memory};
      },
      [](count_atom, text_source_ptr&) -> caf::result<text_source_ptr> {
        return caf::error{fault::out_of_memory};
      },
      [](split_atom) { return input_tables{}; },
      [](get_stats_atom) { return token_totals{}; },
      [](finish_atom) -> caf::result<word_table_ptr> {
        return std::make_shared<word_table>();
      },
  };
}

/// Checks how much each of two hoarders gets of `source`.
struct hoarding : deterministic {
  void check_taken(std::unique_ptr<block_source> source, size_t expected) {
    std::vector counters{sys.spawn(hoarder), sys.spawn(hoarder)};
    auto to = sys.spawn(feeder, std::move(source), counters);
    [[maybe_unused]] auto run = ask(self, to, caf::infinite, run_atom_v);
    scheduler.run();
    for (auto& from : counters) {
      auto table = response<word_table_ptr>(from, finish_atom_v);
      REQUIRE(table);
      CHECK((*table)->tokens() == expected);
      caf::anon_send_exit(from, caf::exit_reason::kill);
    }
    caf::anon_send_exit(to, caf::exit_reason::kill);
    scheduler.run();
  }
};

} // namespace

TEST_CASE_METHOD(deterministic, "a feeder spreads all input over its counters",
                 "[feeder][actor]") {
  temporary_file file{"a b c d e f g h i j k l m n o p q r s t u v w x y z"};
  std::vector counters{sys.spawn(counter, counting_rules{}, no_keepers),
                       sys.spawn(counter, counting_rules{}, no_keepers)};
  auto to = sys.spawn(feeder, source_of(file), counters);
  CHECK(response<input_totals>(to, run_atom_v)
        == input_totals{.bytes = 51, .inputs = 1, .text_bytes = 51});
  uint64_t words = 0;
  for (auto& from : counters) {
    auto table = response<word_table_ptr>(from, finish_atom_v);
    REQUIRE(table);
    CHECK((*table)->tokens() > 0);
    words += (*table)->tokens();
  }
  CHECK(words == 26);
}

TEST_CASE_METHOD(deterministic, "counters read parts of a large file",
                 "[feeder][actor]") {
  auto text = uneven_words(1, 4'000'000);
  temporary_file file{text};
  std::vector counters{sys.spawn(counter, counting_rules{}, no_keepers),
                       sys.spawn(counter, counting_rules{}, no_keepers)};
  auto to = sys.spawn(feeder, source_of(file, 2), counters);
  CHECK(response<input_totals>(to, run_atom_v)
        == input_totals{
            .bytes = text.size(), .inputs = 1, .text_bytes = text.size()});
  word_table all;
  for (auto& from : counters) {
    auto table = response<word_table_ptr>(from, finish_atom_v);
    REQUIRE(table);
    CHECK((*table)->tokens() > 0);
    all.merge(std::move(**table));
  }
  CHECK(contents(all) == count_naively(text));
}

TEST_CASE_METHOD(deterministic,
                 "a feeder reports that a counter failed to read a part",
                 "[feeder][actor]") {
  temporary_file file{prose(1, 4'000'000)};
  auto to = sys.spawn(feeder, source_of(file, 2),
                      std::vector{sys.spawn(broken_counter)});
  auto read = response<input_totals>(to, run_atom_v);
  REQUIRE_FALSE(read);
  CHECK(read.error() == fault::out_of_memory);
}

TEST_CASE_METHOD(deterministic, "a feeder finishes when there is no input",
                 "[feeder][actor]") {
  temporary_file file;
  auto to = sys.spawn(
      feeder, source_of(file),
      std::vector{sys.spawn(counter, counting_rules{}, no_keepers)});
  CHECK(response<input_totals>(to, run_atom_v) == input_totals{.inputs = 1});
}

TEST_CASE_METHOD(hoarding, "a feeder sends no more blocks than its credit",
                 "[feeder][actor]") {
  temporary_file file{std::string(1000, ' ')};
  check_taken(source_of(file), feeder_state::block_credit);
}

TEST_CASE_METHOD(hoarding, "a feeder sends no more parts than its credit",
                 "[feeder][actor]") {
  temporary_file file{prose(1, 4'000'000)};
  // There are no parts before what is read ahead of the first block is used up.
  constexpr size_t read_ahead = 4096;
  check_taken(source_of(file, 2, read_ahead), feeder_state::part_credit);
}

TEST_CASE_METHOD(deterministic, "a feeder reports that a counter failed",
                 "[feeder][actor]") {
  temporary_file file{"a b c d e f g h i j"};
  std::vector counters{sys.spawn(counter, counting_rules{}, no_keepers),
                       sys.spawn(broken_counter)};
  auto to = sys.spawn(feeder, source_of(file), counters);
  auto read = response<input_totals>(to, run_atom_v);
  REQUIRE_FALSE(read);
  CHECK(read.error() == fault::out_of_memory);
}
