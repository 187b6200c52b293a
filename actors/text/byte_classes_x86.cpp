// The same few instructions for vectors of three widths. Only bytes above 127
// can be leads, and text without any is spared the search for them.

#include "actors/text/byte_classes_x86.hpp"

#include "actors/text/vectors_x86.hpp"

#ifdef __x86_64__

namespace tally {

namespace {

uint64_t spaces(__m128i x) {
  auto blank = _mm_cmpeq_epi8(x, _mm_set1_epi8(' '));
  return bits(_mm_or_si128(blank, is_in(x, '\t', '\r')));
}

uint64_t leads(__m128i x) {
  auto c2 = _mm_cmpeq_epi8(x, _mm_set1_epi8('\xC2'));
  return bits(_mm_or_si128(c2, is_in(x, 0xE1, 0xE3)));
}

TALLY_AVX2 uint64_t spaces(__m256i x) {
  auto blank = _mm256_cmpeq_epi8(x, _mm256_set1_epi8(' '));
  return bits(_mm256_or_si256(blank, is_in(x, '\t', '\r')));
}

TALLY_AVX2 uint64_t leads(__m256i x) {
  auto c2 = _mm256_cmpeq_epi8(x, _mm256_set1_epi8('\xC2'));
  return bits(_mm256_or_si256(c2, is_in(x, 0xE1, 0xE3)));
}

TALLY_AVX512 uint64_t is_in(__m512i x, int first, int last) {
  auto reduced = _mm512_sub_epi8(x, _mm512_set1_epi8(static_cast<char>(first)));
  auto highest = _mm512_set1_epi8(static_cast<char>(last - first));
  return _mm512_cmple_epu8_mask(reduced, highest);
}

} // namespace

void classify_sse2(const char* text, std::span<byte_classes> result) {
  for (auto& x : result) {
    auto a = load_128(text);
    auto b = load_128(text + 16);
    auto c = load_128(text + 32);
    auto d = load_128(text + 48);
    x.spaces = spaces(a) | spaces(b) << 16 | spaces(c) << 32 | spaces(d) << 48;
    x.leads = bits(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d)));
    if (x.leads != 0)
      x.leads = leads(a) | leads(b) << 16 | leads(c) << 32 | leads(d) << 48;
    text += 64;
  }
}

TALLY_AVX2 void classify_avx2(const char* text,
                              std::span<byte_classes> result) {
  for (auto& x : result) {
    auto a = load_256(text);
    auto b = load_256(text + 32);
    x.spaces = spaces(a) | spaces(b) << 32;
    x.leads = bits(_mm256_or_si256(a, b));
    if (x.leads != 0)
      x.leads = leads(a) | leads(b) << 32;
    text += 64;
  }
}

TALLY_AVX512 void classify_avx512(const char* text,
                                  std::span<byte_classes> result) {
  for (auto& x : result) {
    auto bytes = _mm512_loadu_si512(text);
    x.spaces = is_in(bytes, ' ', ' ') | is_in(bytes, '\t', '\r');
    x.leads = is_in(bytes, 0xC2, 0xC2) | is_in(bytes, 0xE1, 0xE3);
    text += 64;
  }
}

} // namespace tally

#endif
