#include "actors/counter.hpp"

#include "actors/guarded.hpp"
#include "actors/text/word_scanner.hpp"

#include <utility>

namespace tally {

static_assert(text_block::padding >= block_padding);

namespace {

using counter_pointer = counter_actor::stateful_pointer<counter_state>;

// Ends the program where CAF has no memory for a message: nobody would know
// whether the words were lost.
void send(counter_pointer self, const keeper_actor& to, size_t shard,
          waiting_words_ptr words) noexcept {
  auto& state = state_of(self);
  ask(self, to, caf::infinite, count_atom_v, uint64_t{shard}, std::move(words))
      .then(
          [&state](waiting_words_ptr& list) {
            state.sent.came_back(std::move(list));
          },
          [&state](caf::error& err) {
            state.is_incomplete = true;
            state.sent.failed(std::move(err));
          });
}

// Answers what `f` returns once no more than `most` lists are with keepers.
// Ends the program if there is no memory to wait: who asks must be answered.
template <class F>
auto answer_later(counter_pointer self, size_t most, F f) noexcept {
  auto promise = self->make_response_promise<decltype(f())>();
  state_of(self).sent.answer_when_left(
      most, [promise, f = std::move(f)](caf::error failure) mutable {
        if (failure)
          promise.deliver(std::move(failure));
        else
          deliver_guarded(promise, f);
      });
  return promise;
}

template <class T>
auto answer_counted(counter_pointer self, T counted) {
  return answer_later(
      self, deliveries::many,
      [x = std::move(counted)]() mutable { return std::move(x); });
}

// A failure is told with all others, once no list can fail any more.
auto answer_finished(counter_pointer self) {
  auto& state = state_of(self);
  try {
    state.settle();
  } catch (...) {
    state.sent.fail_next_answer(caught_fault());
  }
  return answer_later(self, 0, [&state] { return state.finish(); });
}

} // namespace

text_block counter_state::count(text_block block) {
  try {
    tokens_read += words->count(block.text(), table_for(block), block.before);
  } catch (...) {
    is_incomplete = true;
    throw;
  }
  return block;
}

word_table& counter_state::table_for(const text_block& block) {
  if (block.input == 0)
    return table;
  auto& found = by_input[block.input];
  if (!found)
    found = std::make_shared<word_table>();
  return *found;
}

// Where memory has run out, it would again for the words that wait: then all
// would be lost with them.
void counter_state::settle(word_table& counts) const {
  if (is_incomplete)
    counts.give_up_waiting();
  else
    counts.settle();
}

void counter_state::settle() {
  try {
    settle(table);
  } catch (...) {
    is_incomplete = true;
    throw;
  }
}

// Everything that can fail comes before the first change.
input_tables counter_state::split() {
  if (by_input.empty())
    return {};
  word_table all;
  input_tables result;
  for (auto& [input, counts] : by_input) {
    settle(*counts);
    counts->for_each(
        [&](std::string_view word, uint64_t n) { all.add(word, n); });
    result.push_back({input, counts});
  }
  table.merge(std::move(all));
  by_input.clear();
  return result;
}

word_table_ptr counter_state::finish() {
  settle();
  split();
  auto result = std::make_shared<word_table>();
  *result = word_table{table.seed(), table.release()};
  tokens_read = 0;
  is_incomplete = false;
  dropped_before = words->dropped();
  return result;
}

token_totals counter_state::tokens() const {
  return {tokens_read, words->dropped() - dropped_before};
}

counter_actor::behavior_type counter(counter_pointer self,
                                     const counting_rules& rules,
                                     const std::vector<keeper_actor>& keepers) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.words.emplace(rules);
  if (!keepers.empty())
    state.table.hand_over_to([=](size_t shard, waiting_words& words) {
      auto list = state_of(self).sent.take(words);
      send(self, keepers[shard % keepers.size()], shard, std::move(list));
    });
  return {
      [self, &state](count_atom, text_block& block) {
        return guarded([&] {
          return answer_counted(self, state.count(std::move(block)));
        });
      },
      [self, &state](count_atom, const text_source_ptr& text) {
        return guarded(
            [&] { return answer_counted(self, count_all(state, text)); });
      },
      [&state](split_atom) { return guarded([&] { return state.split(); }); },
      [&state](get_stats_atom) { return state.tokens(); },
      [self](finish_atom) { return answer_finished(self); },
  };
}

} // namespace tally
