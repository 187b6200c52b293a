#include "actors/text/byte_classes.hpp"

#include "actors/table/bytes.hpp"
#include "actors/text/byte_classes_x86.hpp"

#include <vector>

// The C library has asked the processor already. Asking again takes long where
// a hypervisor answers.
#ifdef __x86_64__
#  include <sys/platform/x86.h>
#endif

namespace tally {

namespace {

// Eight bytes at a time, with each byte's answer in its top bit.

constexpr uint64_t each(uint8_t x) {
  return uint64_t{0x0101010101010101} * x;
}

// Tells which bytes are at least `x` <= 128, given their low seven bits.
constexpr uint64_t at_least(uint64_t low_bits, uint8_t x) {
  return low_bits + each(128 - x);
}

// Gathers the top bits of eight bytes.
constexpr uint64_t top_bits(uint64_t x) {
  return ((x & each(0x80)) >> 7) * 0x0102040810204080 >> 56;
}

byte_classes classify_8(uint64_t x) {
  auto low = x & each(0x7F);
  auto is_space = at_least(low, '\t') & ~at_least(low, '\r' + 1);
  auto not_blank = at_least(low ^ each(' '), 1);
  auto not_c2 = at_least(low ^ each(0x42), 1);
  auto e1_to_e3 = at_least(low, 0x61) & ~at_least(low, 0x64);
  return {top_bits((is_space | ~not_blank) & ~x),
          top_bits((~not_c2 | e1_to_e3) & x)};
}

void classify_portable(const char* text, std::span<byte_classes> result) {
  for (auto& x : result) {
    x = {0, 0};
    for (int shift = 0; shift < 64; shift += 8, text += 8) {
      auto classes = classify_8(load8(text));
      x.spaces |= classes.spaces << shift;
      x.leads |= classes.leads << shift;
    }
  }
}

} // namespace

std::span<const instruction_set> available_instruction_sets() {
  static const auto result = [] {
    std::vector<instruction_set> sets{instruction_set::portable};
#ifdef __x86_64__
    sets.push_back(instruction_set::sse2);
    auto has_avx2 = CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1)
                    && CPU_FEATURE_ACTIVE(BMI2) && CPU_FEATURE_ACTIVE(FMA);
    auto has_avx512
        = CPU_FEATURE_ACTIVE(AVX512BW) && CPU_FEATURE_ACTIVE(AVX512DQ)
          && CPU_FEATURE_ACTIVE(AVX512VL) && CPU_FEATURE_ACTIVE(AVX512_VBMI2);
    if (has_avx2)
      sets.push_back(instruction_set::avx2);
    if (has_avx2 && has_avx512)
      sets.push_back(instruction_set::avx512);
#endif
    return sets;
  }();
  return result;
}

instruction_set best_instruction_set() {
  return available_instruction_sets().back();
}

classify_function classify_bytes(instruction_set which) {
  switch (which) {
#ifdef __x86_64__
  case instruction_set::sse2:
    return classify_sse2;
  case instruction_set::avx2:
    return classify_avx2;
  case instruction_set::avx512:
    return classify_avx512;
#endif
  default:
    return classify_portable;
  }
}

std::string_view to_string(instruction_set which) {
  constexpr std::string_view names[] = {"portable", "sse2", "avx2", "avx512"};
  return names[static_cast<size_t>(which)];
}

} // namespace tally
