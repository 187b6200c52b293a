#include "actors/table/locate_shorts.hpp"

#include "actors/table/bytes.hpp"
#include "actors/text/vectors_x86.hpp"

namespace tally {

namespace {

#ifdef __x86_64__

constexpr size_t lanes = 8;

// Without a mask, GCC 12 takes a part of some results for uninitialized.
constexpr __mmask8 all = 0xFF;

// As `load_key` does, for eight words. A word is an element of 32 bits, with
// its end in the upper half.
TALLY_AVX512 __m512i load_keys(const char* base, const word_edges* words) {
  auto load = [&](size_t i) TALLY_AVX512 {
    return static_cast<long long>(load8(base + words[i].first));
  };
  auto edges = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words));
  auto starts = _mm256_and_si256(edges, _mm256_set1_epi32(0xFFFF));
  auto sizes = _mm256_sub_epi32(_mm256_srli_epi32(edges, 16), starts);
  auto unused = _mm256_sub_epi32(_mm256_set1_epi32(8), sizes);
  auto bits = _mm512_maskz_cvtepi32_epi64(all, _mm256_slli_epi32(unused, 3));
  return _mm512_and_si512(
      _mm512_set_epi64(load(7), load(6), load(5), load(4), load(3), load(2),
                       load(1), load(0)),
      _mm512_maskz_srlv_epi64(all, _mm512_set1_epi64(-1), bits));
}

// As `quick_hash` and `home` do, for eight keys.
TALLY_AVX512 __m512i homes_of(__m512i keys, const hash_seed& seed,
                              const short_table::finder& slots) {
  static_assert(sizeof(short_slot) == 1 << 4);
  auto number = [](auto x) TALLY_AVX512 {
    return _mm512_set1_epi64(static_cast<long long>(x));
  };
  auto hashes = _mm512_mullo_epi64(_mm512_xor_si512(keys, number(seed.first)),
                                   number(seed.second));
  auto indexes = _mm512_maskz_srl_epi64(
      all, hashes, _mm_cvtsi32_si128(slots.home().unused_bits()));
  return _mm512_add_epi64(number(reinterpret_cast<uintptr_t>(slots.first())),
                          _mm512_maskz_slli_epi64(all, indexes, 4));
}

TALLY_AVX512 void locate_avx512(const char* base,
                                std::span<const word_edges> words,
                                const hash_seed& seed,
                                const short_table::finder& slots,
                                located_shorts& to) {
  size_t i = 0;
  for (; i + lanes <= words.size(); i += lanes) {
    auto keys = load_keys(base, words.data() + i);
    _mm512_storeu_si512(to.keys.data() + i, keys);
    _mm512_storeu_si512(to.homes.data() + i, homes_of(keys, seed, slots));
  }
  for (; i < words.size(); ++i) {
    auto [first, last] = words[i];
    to.keys[i] = load_key(base + first, static_cast<size_t>(last - first));
    to.homes[i] = slots.home(quick_hash(to.keys[i], seed));
  }
}

#endif

} // namespace

locate_shorts_function locate_shorts([[maybe_unused]] instruction_set which) {
#ifdef __x86_64__
  if (which == instruction_set::avx512)
    return locate_avx512;
#endif
  return nullptr;
}

} // namespace tally
