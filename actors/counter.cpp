#include "actors/counter.hpp"

#include "actors/guarded.hpp"
#include "actors/text/word_scanner.hpp"

#include <utility>

namespace tally {

static_assert(text_block::padding >= block_padding);

text_block counter_state::count(text_block block) {
  tokens_read += words->count(block.text(), table, block.before);
  return block;
}

word_table_ptr counter_state::finish() {
  tokens_read = 0;
  dropped_before = words->dropped();
  return std::make_shared<word_table>(std::exchange(table, word_table{}));
}

token_totals counter_state::tokens() const {
  return {tokens_read, words->dropped() - dropped_before};
}

counter_actor::behavior_type
counter(counter_actor::stateful_pointer<counter_state> self,
        const counting_rules& rules) {
  auto& state = state_of(self);
  state.words.emplace(rules);
  return {
      [&state](count_atom, text_block& block) {
        return guarded([&] { return state.count(std::move(block)); });
      },
      [&state](get_stats_atom) { return state.tokens(); },
      [&state](finish_atom) { return guarded([&] { return state.finish(); }); },
  };
}

} // namespace tally
