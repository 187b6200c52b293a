#include "actors/table/length_lists.hpp"

#include "actors/text/bit_list.hpp"
#include "actors/text/vectors_x86.hpp"

#include <algorithm>
#include <bit>

namespace tally {

namespace {

using edge_lists = length_lists<word_edges>;

void list_portable(std::span<const uint16_t> edges, edge_lists& to) {
  to.clear();
  for (size_t i = 0; i < edges.size(); i += 2)
    to.add({edges[i], edges[i + 1]}, false);
}

#ifdef __x86_64__

// A word is an element of 32 bits, with its end in the upper half.

TALLY_AVX2 void append(int mask, __m256i words, edge_list<word_edges>& to) {
  auto& row = detail::bit_positions[static_cast<size_t>(mask)];
  auto positions = _mm256_cvtepu16_epi32(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(row.data())));
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to.items.data() + to.size),
                      _mm256_permutevar8x32_epi32(words, positions));
  to.size += static_cast<size_t>(std::popcount(static_cast<unsigned>(mask)));
}

TALLY_AVX2 void list_avx2(std::span<const uint16_t> edges, edge_lists& to) {
  auto n = static_cast<int>(edges.size() / 2);
  to.clear();
  for (int i = 0; i < n; i += 8) {
    auto counted = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    auto valid = _mm256_cmpgt_epi32(_mm256_set1_epi32(n - i), counted);
    auto words = _mm256_maskload_epi32(
        reinterpret_cast<const int*>(edges.data() + 2 * i), valid);
    auto starts = _mm256_and_si256(words, _mm256_set1_epi32(0xFFFF));
    auto sizes = _mm256_sub_epi32(_mm256_srli_epi32(words, 16), starts);
    auto above = [&](int size) TALLY_AVX2 {
      auto result = _mm256_cmpgt_epi32(sizes, _mm256_set1_epi32(size));
      return _mm256_movemask_ps(_mm256_castsi256_ps(result));
    };
    append(above(0) & ~above(8), words, to.shorts);
    append(above(8) & ~above(16), words, to.others[0]);
    append(above(16) & ~above(32), words, to.others[1]);
    append(above(32), words, to.others[2]);
  }
}

TALLY_AVX512 void append(__mmask16 mask, __m512i words,
                         edge_list<word_edges>& to) {
  _mm512_storeu_si512(to.items.data() + to.size,
                      _mm512_maskz_compress_epi32(mask, words));
  to.size += static_cast<size_t>(std::popcount(mask));
}

TALLY_AVX512 void list_avx512(std::span<const uint16_t> edges, edge_lists& to) {
  auto n = edges.size() / 2;
  to.clear();
  for (size_t i = 0; i < n; i += 16) {
    auto valid
        = static_cast<__mmask16>((1U << std::min<size_t>(n - i, 16)) - 1);
    auto words = _mm512_maskz_loadu_epi32(valid, edges.data() + 2 * i);
    auto starts = _mm512_and_si512(words, _mm512_set1_epi32(0xFFFF));
    // Without a mask, GCC 12 takes a part of the shift for uninitialized.
    auto sizes
        = _mm512_sub_epi32(_mm512_maskz_srli_epi32(valid, words, 16), starts);
    auto above = [&](int size) TALLY_AVX512 {
      return _mm512_cmpgt_epi32_mask(sizes, _mm512_set1_epi32(size));
    };
    append(above(0) & ~above(8), words, to.shorts);
    append(above(8) & ~above(16), words, to.others[0]);
    if (above(16) == 0) // as nearly always in everyday text
      continue;
    append(above(16) & ~above(32), words, to.others[1]);
    append(above(32), words, to.others[2]);
  }
}

#endif

} // namespace

list_by_length_function list_by_length(instruction_set which) {
  switch (which) {
#ifdef __x86_64__
  case instruction_set::avx2:
    return list_avx2;
  case instruction_set::avx512:
    return list_avx512;
#endif
  default:
    return list_portable;
  }
}

} // namespace tally
