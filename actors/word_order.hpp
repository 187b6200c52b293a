#pragma once

#include "messages/payload.hpp"
#include "messages/ranking.hpp"

namespace tally {

/// Sorts `counts` and keeps the first `n` of them.
void rank(word_counts& counts, uint64_t n, order by = order::count);

} // namespace tally
