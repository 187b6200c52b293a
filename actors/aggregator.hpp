#pragma once

#include "actors/table/word_table.hpp"
#include "messages/protocol.hpp"

namespace tally {

/// The counts of the whole run. Knows nothing about actors.
struct aggregator_state {
  static constexpr const char* name = "aggregator";

  /// Counts one occurrence of `word` and returns its new count, or
  /// `fault::empty_word` or `fault::too_many`.
  caf::expected<uint64_t> add_word(const std::string& word);

  /// Takes back up to `n` occurrences of `word`, which is no longer a word
  /// when none is left, and returns its new count, or `fault::empty_word`.
  caf::expected<uint64_t> subtract(const std::string& word, uint64_t n);

  /// Returns all counts, most frequent first, ties by the word's bytes.
  word_counts counts() const;

  /// Returns the first `n` of `counts`.
  word_counts top(uint64_t n) const;

  /// Returns the first `n` of the `counts` of words that start with `prefix`.
  word_counts complete(std::string_view prefix, uint64_t n) const;

  totals stats() const;

  /// Returns the sum of all counts, added up word by word.
  uint64_t audit() const;

  /// Adds `partial`, or nothing of it if there is a word without bytes or the
  /// sum of all counts would run over.
  caf::expected<totals> merge(const word_counts& partial);

  /// Takes over all counts of `partial`, or nothing if their sum would run
  /// over.
  caf::expected<totals> merge(word_table_ptr partial);

  /// Returns how many more words can be counted.
  uint64_t room() const;

  /// Gives all counts away and keeps none.
  word_table_ptr take();

  /// Forgets all counts and returns what they came to.
  totals reset();

  word_table table;
};

/// Behavior of the actor around an `aggregator_state`.
aggregator_actor::behavior_type
aggregator(aggregator_actor::stateful_pointer<aggregator_state> self);

} // namespace tally
