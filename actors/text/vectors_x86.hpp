// Questions to 16 or 32 bytes at once, for x86-64. A byte is in a range if,
// reduced by the first of the range, it is not changed by a minimum with the
// last.

#pragma once

#ifdef __x86_64__

#  include <cstdint>
#  include <immintrin.h>

#  define TALLY_AVX2 __attribute__((target("avx2")))
#  define TALLY_AVX512                                                         \
    __attribute__((target("avx512bw,avx512dq,avx512vbmi2,avx512vl,popcnt")))

namespace tally {

inline __m128i load_128(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}

inline __m128i is_in(__m128i x, int first, int last) {
  auto reduced = _mm_sub_epi8(x, _mm_set1_epi8(static_cast<char>(first)));
  auto highest = _mm_set1_epi8(static_cast<char>(last - first));
  return _mm_cmpeq_epi8(_mm_min_epu8(reduced, highest), reduced);
}

inline uint64_t bits(__m128i x) {
  return static_cast<uint32_t>(_mm_movemask_epi8(x));
}

TALLY_AVX2 inline __m256i load_256(const char* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}

TALLY_AVX2 inline __m256i is_in(__m256i x, int first, int last) {
  auto reduced = _mm256_sub_epi8(x, _mm256_set1_epi8(static_cast<char>(first)));
  auto highest = _mm256_set1_epi8(static_cast<char>(last - first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(reduced, highest), reduced);
}

TALLY_AVX2 inline uint64_t bits(__m256i x) {
  return static_cast<uint32_t>(_mm256_movemask_epi8(x));
}

} // namespace tally

#endif
