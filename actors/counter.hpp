#pragma once

#include "actors/deliveries.hpp"
#include "actors/rules/word_counter.hpp"
#include "actors/table/word_table.hpp"
#include "messages/protocol.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tally {

/// The counts of one counter. Knows nothing about actors.
struct counter_state {
  static constexpr const char* name = "counter";

  /// Counts the words of `block` and returns it for reuse. Throws
  /// `std::bad_alloc`; words are then lost, and the counts incomplete until the
  /// next `finish`.
  text_block count(text_block block);

  /// Returns the tables of all inputs that are told apart, and goes on with a
  /// copy of what is in them. Throws `std::bad_alloc`; words that were put off
  /// may then be lost, and all else is as it was.
  input_tables split();

  /// Counts the words that have waited, or hands them over, unless counting has
  /// failed. Throws `std::bad_alloc`; words are then lost, as above.
  void settle();

  /// Returns all counts since the last `finish`, but those of words that were
  /// handed over, and starts afresh, with the words that were read as well.
  /// Throws `std::bad_alloc`; what is left can then be had by another `finish`.
  word_table_ptr finish();

  /// Returns what became of all words since the last `finish`.
  token_totals tokens() const;

  std::optional<word_counter> words{std::in_place};
  word_table table;
  std::map<uint64_t, word_table_ptr> by_input; ///< Of those told apart.
  text_block own_block; ///< Of texts that are not read by somebody else.
  uint64_t tokens_read = 0;
  left_out dropped_before;    ///< Until the last `finish`.
  deliveries sent;            ///< What is with keepers.
  bool is_incomplete = false; ///< Has counting failed since then?

private:
  word_table& table_for(const text_block& block);
  void settle(word_table& counts) const;
};

/// Counts all of `text` into `state`, that of a counter or of an explainer, and
/// returns `text`.
template <class State>
text_source_ptr count_all(State& state, const text_source_ptr& text) {
  auto& block = state.own_block;
  while (text->next(block))
    block = state.count(std::move(block));
  return text;
}

/// Behavior of the actor around a `counter_state`, which counts by `rules`. If
/// there are `keepers`, they count all words that may wait and are not short.
counter_actor::behavior_type
counter(counter_actor::stateful_pointer<counter_state> self,
        const counting_rules& rules, const std::vector<keeper_actor>& keepers);

} // namespace tally
