// What messages cost: tally's actors against an actor that does nothing but
// answer, asked in the same way. All times are those of the clock, as several
// threads are at work.

#include "actors/aggregator.hpp"
#include "actors/aggregator_handle.hpp"
#include "actors/counter.hpp"
#include "tests/bench/corpus.hpp"
#include "tests/blocks.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace tally;

namespace {

constexpr size_t threads = 2;
constexpr uint64_t credit = 1000;
constexpr uint64_t requests_per_run = 100'000;

// What the aggregator and the bare actor have in common.
using adder_actor = actor_interface<uint64_t(add_word_atom, std::string)>;

// Sends that many requests, `credit` of them under way at a time; answers the
// number of answers.
using sender_actor = actor_interface<uint64_t(run_atom, uint64_t)>;

struct sender_state {
  static constexpr const char* name = "sender";

  std::vector<std::string> words;
  adder_actor to; // not first: CAF would make it of the sender itself
  uint64_t sent = 0;
  uint64_t answered = 0;
  uint64_t wanted = 0;
  caf::typed_response_promise<uint64_t> promise;
};

using sender_pointer = sender_actor::stateful_pointer<sender_state>;

adder_actor::behavior_type bare_adder() {
  return {
      [](add_word_atom, const std::string&) { return uint64_t{1}; },
  };
}

void send_next(sender_pointer self) {
  auto& state = state_of(self);
  auto& word = state.words[state.sent++ % state.words.size()];
  ask(self, state.to, caf::infinite, add_word_atom_v, word)
      .then(
          [self](uint64_t) {
            auto& state = state_of(self);
            if (state.sent < state.wanted)
              send_next(self);
            if (++state.answered == state.wanted)
              state.promise.deliver(state.answered);
          },
          [self](caf::error& err) {
            state_of(self).promise.deliver(std::move(err));
          });
}

sender_actor::behavior_type sender(sender_pointer self, adder_actor to,
                                   std::vector<std::string> words) {
  state_of(self).to = std::move(to);
  state_of(self).words = std::move(words);
  return {
      [self](run_atom, uint64_t wanted) {
        auto& state = state_of(self);
        state.promise = self->make_response_promise<uint64_t>();
        auto promise = state.promise;
        state.sent = state.answered = 0;
        state.wanted = wanted;
        while (state.sent < std::min(credit, wanted))
          send_next(self);
        return promise;
      },
  };
}

struct system_config : caf::actor_system_config {
  system_config() {
    configure<caf::id_block::tally>(*this, threads);
  }
};

std::vector<std::string> english_words() {
  std::istringstream text{
      bench::corpus(bench::corpus_kind::english, 1'000'000)};
  std::vector<std::string> words;
  for (std::string word; text >> word;)
    words.push_back(word);
  return words;
}

// Sends one request and waits for the answer.
template <class Result, class Actor, class... Args>
void request(benchmark::State& state, caf::scoped_actor& self, const Actor& to,
             Args... args) {
  ask(self, to, caf::infinite, std::move(args)...)
      .receive(
          [](Result& x) { benchmark::DoNotOptimize(x); },
          [&](caf::error& err) { state.SkipWithError(explain(err).c_str()); });
}

void start_and_end(benchmark::State& state) {
  for (auto _ : state) {
    system_config config;
    caf::actor_system sys{config};
  }
}

void single_add_word(benchmark::State& state) {
  system_config config;
  caf::actor_system sys{config};
  aggregator_handle handle{sys};
  auto words = english_words();
  size_t i = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(handle.add_word(words[i++ % words.size()]));
}

void single_bare(benchmark::State& state) {
  system_config config;
  caf::actor_system sys{config};
  caf::scoped_actor self{sys};
  auto to = self->spawn(bare_adder);
  auto words = english_words();
  size_t i = 0;
  for (auto _ : state)
    request<uint64_t>(state, self, to, add_word_atom_v,
                      words[i++ % words.size()]);
}

template <class Behavior>
void pipelined(benchmark::State& state, Behavior behavior) {
  system_config config;
  caf::actor_system sys{config};
  caf::scoped_actor self{sys};
  adder_actor to = self->spawn(behavior);
  auto from = self->spawn(sender, to, english_words());
  for (auto _ : state)
    request<uint64_t>(state, self, from, run_atom_v, requests_per_run);
  state.SetItemsProcessed(
      static_cast<int64_t>(state.iterations() * requests_per_run));
}

// A block of as many bytes goes to a counter and comes back.
void block_round_trip(benchmark::State& state) {
  system_config config;
  caf::actor_system sys{config};
  caf::scoped_actor self{sys};
  auto to = self->spawn(counter, counting_rules{}, std::vector<keeper_actor>{});
  auto size = static_cast<uint64_t>(state.range(0));
  auto block = test::block_of(bench::corpus(bench::corpus_kind::english, size));
  for (auto _ : state)
    ask(self, to, caf::infinite, count_atom_v, std::move(block))
        .receive([&](text_block& counted) { block = std::move(counted); },
                 [&](caf::error& err) {
                   state.SkipWithError(explain(err).c_str());
                 });
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * size));
}

BENCHMARK(start_and_end)->UseRealTime();
BENCHMARK(single_bare)->UseRealTime();
BENCHMARK(single_add_word)->UseRealTime();
BENCHMARK_CAPTURE(pipelined, bare, bare_adder)->UseRealTime();
BENCHMARK_CAPTURE(pipelined, add_word, aggregator)->UseRealTime();
BENCHMARK(block_round_trip)->Arg(0)->Arg(1024 * 1024)->UseRealTime();

} // namespace
