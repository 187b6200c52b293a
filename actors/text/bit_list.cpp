#include "actors/text/bit_list.hpp"

#include "actors/text/vectors_x86.hpp"

#include <bit>

namespace tally {

namespace {

uint16_t* list_portable(std::span<const uint64_t> masks, uint16_t* to) {
  size_t base = 0;
  for (auto x : masks) {
    to = append_bits(x, base, to);
    base += 64;
  }
  return to;
}

#ifdef __x86_64__

constexpr auto first_positions = [] {
  std::array<uint16_t, 32> result{};
  for (uint16_t i = 0; i < 32; ++i)
    result[i] = i;
  return result;
}();

TALLY_AVX512 uint16_t* list_avx512(std::span<const uint64_t> masks,
                                   uint16_t* to) {
  auto positions = _mm512_loadu_si512(first_positions.data());
  auto append = [&](uint32_t x) TALLY_AVX512 {
    _mm512_storeu_si512(to, _mm512_maskz_compress_epi16(x, positions));
    to += std::popcount(x);
    positions = _mm512_add_epi16(positions, _mm512_set1_epi16(32));
  };
  for (auto x : masks) {
    append(static_cast<uint32_t>(x));
    append(static_cast<uint32_t>(x >> 32));
  }
  return to;
}

#endif

} // namespace

bit_list_function list_bits(instruction_set which) {
#ifdef __x86_64__
  if (which == instruction_set::avx512)
    return list_avx512;
#endif
  return list_portable;
}

} // namespace tally
