#pragma once

#include <cstdint>

namespace tally {

/// Where a word starts and ends, counted from the start of its piece.
struct word_edges {
  uint16_t first;
  uint16_t last;
};

} // namespace tally
