#include "actors/table/place_sort.hpp"

#include "actors/table/place_sort_x86.hpp"

#include <algorithm>

namespace tally {

void sort_by_place(std::span<placed_record> records, instruction_set which) {
  switch (which) {
#ifdef TALLY_VECTOR_SORT
  case instruction_set::avx2:
    return sort_by_place_avx2(records);
  case instruction_set::avx512:
    return sort_by_place_avx512(records);
#endif
  default:
    std::sort(records.begin(), records.end(),
              [](auto& a, auto& b) { return a.place < b.place; });
  }
}

} // namespace tally
