// Two ways to find the slot that a hash belongs to, the larger the hash the
// later: its share of the capacity, or its top bits.

#pragma once

#include "actors/table/memory_area.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tally {

/// Where searches start in a table of any capacity. All hashes have the same
/// top `SharedBits`, which therefore tell nothing about the place.
template <unsigned SharedBits>
class home_by_fraction {
public:
  using hash_type = uint32_t;

  /// The size from which on a table has huge pages, in bytes.
  static constexpr size_t mapped_from = memory_area::huge_page;

  /// How many slots there are for an entry at least, while counting.
  static constexpr size_t slots_per_entry = 2;

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
/// and generous with memory. A table of one slot must have another behind it.
class home_by_top_bits {
public:
  using hash_type = uint64_t;

  /// The size from which on a table has huge pages, in bytes.
  static constexpr size_t mapped_from = 768 * 1024;

  /// How many slots there are for an entry at least, while counting.
  static constexpr size_t slots_per_entry = 4;

  // Uses one bit at least, as no shift is as wide as the hash.
  explicit home_by_top_bits(size_t capacity) noexcept
    : unused_bits_{64 - std::max(std::countr_zero(capacity), 1)} {
  }

  friend bool operator==(const home_by_top_bits&, const home_by_top_bits&)
      = default;

  size_t of(uint64_t hash) const noexcept {
    return hash >> unused_bits_;
  }

  /// Returns by how many bits hashes are shifted, less than 64.
  int unused_bits() const noexcept {
    return unused_bits_;
  }

  /// Returns how many out of `n` slots can be used.
  static size_t usable(size_t n) noexcept {
    return std::bit_floor(n);
  }

private:
  int unused_bits_;
};

} // namespace tally
