#pragma once

#include "messages/payload.hpp"

#include <cstdint>
#include <string>

namespace tally {

/// What was read from all inputs, and what became of it.
struct input_stats {
  input_totals input;
  token_totals tokens;
  uint64_t counted = 0;  ///< Sum of the counts of all words.
  uint64_t distinct = 0; ///< Distinct words.
};

/// Returns whether every word that was read was either counted or left out.
bool balances(const input_stats& stats);

/// Returns a sentence on why the stats do not balance.
std::string imbalance(const input_stats& stats);

/// Returns the stats as lines of a number and what it is the number of;
/// without what is none, but for the most important. All of it took `seconds`.
std::string stats_text(const input_stats& stats, double seconds);

} // namespace tally
