#include "actors/keeper.hpp"

#include "actors/guarded.hpp"

#include <utility>

namespace tally {

waiting_words_ptr keeper_state::count(uint64_t shard, waiting_words_ptr words) {
  table.settle(shard, *words, counters);
  return words;
}

word_table_ptr keeper_state::finish() {
  auto result = std::make_shared<word_table>();
  std::swap(*result, table);
  return result;
}

keeper_actor::behavior_type
keeper(keeper_actor::stateful_pointer<keeper_state> self, size_t counters) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.counters = counters;
  return {
      [&state](count_atom, uint64_t shard, const waiting_words_ptr& words) {
        return guarded([&] { return state.count(shard, words); });
      },
      [&state](finish_atom) { return guarded([&] { return state.finish(); }); },
  };
}

} // namespace tally
