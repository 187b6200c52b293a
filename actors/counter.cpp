#include "actors/counter.hpp"

#include "actors/guarded.hpp"
#include "actors/table/count_words.hpp"

#include <utility>

namespace tally {

static_assert(text_block::padding >= block_padding);

text_block counter_state::count(text_block block) {
  tokens.read += count_words(block.text(), table);
  return block;
}

word_table_ptr counter_state::finish() {
  tokens = {};
  return std::make_shared<word_table>(std::exchange(table, word_table{}));
}

counter_actor::behavior_type
counter(counter_actor::stateful_pointer<counter_state> self) {
  auto& state = state_of(self);
  return {
      [&state](count_atom, text_block& block) {
        return guarded([&] { return state.count(std::move(block)); });
      },
      [&state](get_stats_atom) { return state.tokens; },
      [&state](finish_atom) { return guarded([&] { return state.finish(); }); },
  };
}

} // namespace tally
