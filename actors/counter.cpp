#include "actors/counter.hpp"

#include "actors/guarded.hpp"
#include "actors/text/word_scanner.hpp"

#include <utility>

namespace tally {

static_assert(text_block::padding >= block_padding);

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
  settle(table);
  split();
  table.spill_front();
  tokens_read = 0;
  is_incomplete = false;
  dropped_before = words->dropped();
  return std::make_shared<word_table>(std::exchange(table, word_table{}));
}

token_totals counter_state::tokens() const {
  return {tokens_read, words->dropped() - dropped_before};
}

counter_actor::behavior_type
counter(counter_actor::stateful_pointer<counter_state> self,
        const counting_rules& rules) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.words.emplace(rules);
  return {
      [&state](count_atom, text_block& block) {
        return guarded([&] { return state.count(std::move(block)); });
      },
      [&state](count_atom, const text_source_ptr& text) {
        return guarded([&] { return count_all(state, text); });
      },
      [&state](split_atom) { return guarded([&] { return state.split(); }); },
      [&state](get_stats_atom) { return state.tokens(); },
      [&state](finish_atom) { return guarded([&] { return state.finish(); }); },
  };
}

} // namespace tally
