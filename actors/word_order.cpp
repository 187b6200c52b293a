#include "actors/word_order.hpp"

#include <algorithm>

namespace tally {

void rank(word_counts& counts, uint64_t n, order by) {
  auto before = [by](auto& a, auto& b) { return is_ranked_before(a, b, by); };
  auto kept = counts.begin()
              + static_cast<ptrdiff_t>(std::min<uint64_t>(n, counts.size()));
  std::partial_sort(counts.begin(), kept, counts.end(), before);
  counts.erase(kept, counts.end());
}

} // namespace tally
