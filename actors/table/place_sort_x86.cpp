// Highway includes this file once for each instruction set. Only headers of it
// are used: its library measures the clock when a program starts, which takes
// as long as the shortest runs of tally.

#include "actors/table/place_sort_x86.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

// Checks that fail would call the library.
#define HWY_IS_DEBUG_BUILD 0
// Instructions that `instruction_set` tells nothing of, and sets of them that
// gain too little to be compiled for.
#define HWY_DISABLE_PCLMUL_AES
#define HWY_DISABLE_F16C
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#define HWY_TARGET_INCLUDE "actors/table/place_sort_x86.cpp"
#include <hwy/foreach_target.h>

#if HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3
#  include <hwy/contrib/sort/traits128-inl.h>
#  include <hwy/contrib/sort/vqsort-inl.h>

HWY_BEFORE_NAMESPACE();

namespace tally::HWY_NAMESPACE {

// To Highway, a pair of a value and a key is two lanes. Where vectors have a
// fixed size, it finds room for a buffer itself.
void sort(std::span<placed_record> records) {
  using namespace hwy::HWY_NAMESPACE;
  static_assert(sizeof(placed_record) == 2 * sizeof(uint64_t));
  detail::SharedTraits<detail::Traits128<detail::OrderAscendingKV128>> traits;
  uint64_t* no_buffer = nullptr;
  Sort(SortTag<uint64_t>{}, traits, reinterpret_cast<uint64_t*>(records.data()),
       2 * records.size(), no_buffer);
}

} // namespace tally::HWY_NAMESPACE

HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
// Where to divide is drawn, and this is what with. The library's function,
// which this one stands in for, asks the system for random numbers, for each
// sort anew. Known ones will do: where they divide badly, and be it on purpose,
// Highway goes on with a heap sort.
void hwy::Sorter::Fill24Bytes(const void*, size_t, void* bytes) {
  constexpr uint64_t seed[]
      = {0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB};
  std::memcpy(bytes, seed, sizeof(seed));
}

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

void sort_by_place_avx2(std::span<placed_record> records) {
  N_AVX2::sort(without_last(records));
}

void sort_by_place_avx512(std::span<placed_record> records) {
  N_AVX3::sort(without_last(records));
}

} // namespace tally
#endif
