#pragma once

#include "actors/table/word_table.hpp"
#include "messages/protocol.hpp"

namespace tally {

/// The counts of one counter. Knows nothing about actors.
struct counter_state {
  static constexpr const char* name = "counter";

  /// Counts the words of `block` and returns it for reuse.
  text_block count(text_block block);

  /// Returns all counts since the last `finish` and starts afresh, with the
  /// words that were read as well.
  word_table_ptr finish();

  word_table table;
  token_totals tokens;
};

/// Behavior of the actor around a `counter_state`.
counter_actor::behavior_type
counter(counter_actor::stateful_pointer<counter_state> self);

} // namespace tally
