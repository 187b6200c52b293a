#pragma once

#include "messages/payload.hpp"

namespace tally {

/// What the lines of a report are sorted by.
enum class order : uint8_t {
  count, ///< Most frequent first, ties by the word's bytes.
  word,  ///< By the word's bytes.
};

/// Sorts `counts` and keeps the first `n` of them.
void rank(word_counts& counts, uint64_t n, order by = order::count);

} // namespace tally
