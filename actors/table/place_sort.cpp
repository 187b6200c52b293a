#include "actors/table/place_sort.hpp"

#include <algorithm>

#ifdef TALLY_VECTOR_SORT
#  include "actors/table/place_sort_x86.hpp"

#  include <limits>

namespace tally {

namespace {

constexpr auto last_place = std::numeric_limits<uint64_t>::max();

// Highway fills vectors up with pairs that have the highest place of all, and
// takes those for records that have it, too. So these are put at the end first.
std::span<placed_record> without_last(std::span<placed_record> records) {
  auto last = std::partition(records.begin(), records.end(),
                             [](auto& x) { return x.place != last_place; });
  return {records.begin(), last};
}

} // namespace

} // namespace tally

#endif

namespace tally {

void sort_by_place(std::span<placed_record> records, instruction_set which) {
  switch (which) {
#ifdef TALLY_VECTOR_SORT
  case instruction_set::avx2:
    return sort_by_place_avx2(without_last(records));
  case instruction_set::avx512:
    return sort_by_place_avx512(without_last(records));
#endif
  default:
    std::sort(records.begin(), records.end(),
              [](auto& a, auto& b) { return a.place < b.place; });
  }
}

} // namespace tally
