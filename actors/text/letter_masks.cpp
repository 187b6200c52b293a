#include "actors/text/letter_masks.hpp"

#include "actors/text/vectors_x86.hpp"

#include <array>

namespace tally {

namespace {

constexpr auto single_masks = [] {
  std::array<letter_masks, 256> result{};
  for (int i = 0; i < 256; ++i) {
    auto& x = result[i];
    x.letters = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z');
    x.digits = i >= '0' && i <= '9';
    x.connectors = i == '_';
    x.colons = i == ':';
    x.commas = i == ',' || i == ';';
    x.quotes = i == '.' || i == '\'';
    x.wide = i >= 128;
  }
  return result;
}();

void find_portable(const char* text, std::span<letter_masks> result) {
  for (auto& x : result) {
    x = {};
    for (int i = 0; i < 64; ++i) {
      auto& single = single_masks[static_cast<uint8_t>(*text++)];
      x.letters |= single.letters << i;
      x.digits |= single.digits << i;
      x.connectors |= single.connectors << i;
      x.colons |= single.colons << i;
      x.commas |= single.commas << i;
      x.quotes |= single.quotes << i;
      x.wide |= single.wide << i;
    }
  }
}

#ifdef __x86_64__

uint64_t equal(__m128i x, char y) {
  return bits(_mm_cmpeq_epi8(x, _mm_set1_epi8(y)));
}

void find_sse2(const char* text, std::span<letter_masks> result) {
  for (auto& masks : result) {
    masks = {};
    for (int i = 0; i < 64; i += 16, text += 16) {
      auto x = load_128(text);
      auto small = _mm_or_si128(x, _mm_set1_epi8('a' - 'A'));
      masks.letters |= bits(is_in(small, 'a', 'z')) << i;
      masks.digits |= bits(is_in(x, '0', '9')) << i;
      masks.connectors |= equal(x, '_') << i;
      masks.colons |= equal(x, ':') << i;
      masks.commas |= (equal(x, ',') | equal(x, ';')) << i;
      masks.quotes |= (equal(x, '.') | equal(x, '\'')) << i;
      masks.wide |= bits(x) << i;
    }
  }
}

TALLY_AVX2 uint64_t equal(__m256i x, char y) {
  return bits(_mm256_cmpeq_epi8(x, _mm256_set1_epi8(y)));
}

TALLY_AVX2 void find_avx2(const char* text, std::span<letter_masks> result) {
  for (auto& masks : result) {
    masks = {};
    for (int i = 0; i < 64; i += 32, text += 32) {
      auto x = load_256(text);
      auto small = _mm256_or_si256(x, _mm256_set1_epi8('a' - 'A'));
      masks.letters |= bits(is_in(small, 'a', 'z')) << i;
      masks.digits |= bits(is_in(x, '0', '9')) << i;
      masks.connectors |= equal(x, '_') << i;
      masks.colons |= equal(x, ':') << i;
      masks.commas |= (equal(x, ',') | equal(x, ';')) << i;
      masks.quotes |= (equal(x, '.') | equal(x, '\'')) << i;
      masks.wide |= bits(x) << i;
    }
  }
}

#endif

} // namespace

letter_function find_letters(instruction_set which) {
  switch (which) {
#ifdef __x86_64__
  case instruction_set::sse2:
    return find_sse2;
  case instruction_set::avx2:
  case instruction_set::avx512:
    return find_avx2;
#endif
  default:
    return find_portable;
  }
}

} // namespace tally
