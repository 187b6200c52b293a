// Two ways to find the slot that a hash belongs to, the larger the hash the
// later: its share of the capacity, or its top bits.

#pragma once

#include "actors/table/memory_area.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace tally {

/// Where searches start in a table of any capacity. All hashes have the same
/// top `SharedBits`, which therefore tell nothing about the place.
template <unsigned SharedBits>
class home_by_fraction {
public:
  /// The size from which on a table has huge pages, in bytes.
  static constexpr size_t mapped_from = memory_area::huge_page;

  explicit home_by_fraction(size_t capacity) noexcept : capacity_{capacity} {
  }

  size_t of(uint32_t hash) const noexcept {
    return uint64_t{hash << SharedBits} * capacity_ >> 32;
  }

  /// Returns how many out of `n` slots can be used.
  static size_t usable(size_t n) noexcept {
    return n;
  }

private:
  size_t capacity_;
};

/// Where searches start in a table whose capacity is a power of two: faster,
/// and generous with memory.
class home_by_top_bits {
public:
  /// The size from which on a table has huge pages, in bytes.
  static constexpr size_t mapped_from = 256 * 1024;

  explicit home_by_top_bits(size_t capacity) noexcept
    : unused_bits_{32 - static_cast<unsigned>(std::countr_zero(capacity))} {
  }

  size_t of(uint32_t hash) const noexcept {
    return uint64_t{hash} >> unused_bits_;
  }

  /// Returns how many out of `n` slots can be used.
  static size_t usable(size_t n) noexcept {
    return std::bit_floor(n);
  }

private:
  unsigned unused_bits_;
};

} // namespace tally
