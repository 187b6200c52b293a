// From bit masks to a list of the positions of their bits. Eight bits are
// turned into positions at once, by a table with a row for each of their
// values: no branch depends on the bits. Where there is an instruction that
// packs the bytes of a vector that a mask selects, it takes 64 bits at once.

#pragma once

#include "actors/text/byte_classes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace tally {

/// Elements that may be written beyond the end of a list.
constexpr size_t bit_list_excess = 32;

/// Lists the positions of the bits of `masks`, each of 64. At most 1024 masks.
/// Returns the end of the list.
using bit_list_function
    = uint16_t* (*) (std::span<const uint64_t> masks, uint16_t* to);

/// Returns the function for an instruction set, which must be available.
bit_list_function list_bits(instruction_set which);

namespace detail {

using bit_row = uint16_t __attribute__((vector_size(16)));

// For each byte value the positions of its bits.
inline constexpr auto bit_positions = [] {
  std::array<std::array<uint16_t, 8>, 256> result{};
  for (unsigned value = 0; value < 256; ++value)
    for (unsigned bit = 0, n = 0; bit < 8; ++bit)
      if (value >> bit & 1)
        result[value][n++] = static_cast<uint16_t>(bit);
  return result;
}();

// Returns for each byte of `x` the number of bits up to its end.
inline uint64_t bits_up_to(uint64_t x) {
  x -= x >> 1 & 0x5555555555555555;
  x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
  x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return x * 0x0101010101010101;
}

} // namespace detail

/// Appends the positions of the bits of `x`, counted from `base`. Returns the
/// end of the list.
template <class Position>
Position* append_bits(uint64_t x, size_t base, Position* to) {
  typedef Position positions __attribute__((vector_size(8 * sizeof(Position))));
  auto counts = detail::bits_up_to(x);
  auto start = to;
  for (int i = 0; i < 8; ++i) {
    detail::bit_row row;
    std::memcpy(&row, &detail::bit_positions[x >> 8 * i & 0xFF], sizeof(row));
    auto list = __builtin_convertvector(row, positions);
    list += static_cast<Position>(base + 8 * static_cast<size_t>(i));
    std::memcpy(to, &list, sizeof(list));
    to = start + (counts >> 8 * i & 0xFF);
  }
  return to;
}

} // namespace tally
