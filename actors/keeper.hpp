#pragma once

#include "actors/table/word_table.hpp"
#include "messages/protocol.hpp"

#include <cstddef>

namespace tally {

/// The counts of one keeper: of words in some shards, whoever found them. Knows
/// nothing about actors.
struct keeper_state {
  static constexpr const char* name = "keeper";

  /// Counts `words` of one shard and returns the list for reuse, empty, with
  /// room for as many as should come at a time. Throws `std::bad_alloc`; some
  /// of the words are then lost.
  waiting_words_ptr count(uint64_t shard, waiting_words_ptr words);

  /// Returns all counts and starts afresh. Its `tokens` are 0, as the words are
  /// among those of the tables of counters. Throws `std::bad_alloc` before any
  /// change.
  word_table_ptr finish();

  word_table table;
  size_t counters = 1; ///< How many send words.
};

/// Behavior of the actor around a `keeper_state`, for words from `counters`
/// counters.
keeper_actor::behavior_type
keeper(keeper_actor::stateful_pointer<keeper_state> self, size_t counters);

} // namespace tally
