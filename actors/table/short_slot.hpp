// Words small enough to lie in a slot, as one or two numbers. They are padded
// with zeros, so only words that do not end in NUL qualify: a key then tells
// its word, is never 0, and is compared at once.

#pragma once

#include "actors/table/bytes.hpp"
#include "actors/table/hash.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// A word of at most eight bytes, and its count.
struct short_slot {
  uint64_t key;
  uint64_t count;

  bool empty() const noexcept {
    return key == 0;
  }

  /// Returns the word; it lies in the slot.
  std::string_view word() const noexcept {
    return {reinterpret_cast<const char*>(&key), bytes_in(key)};
  }

  uint32_t hash(const hash_seed& seed) const noexcept {
    return hash_key(key, seed);
  }
};

/// A word of nine to sixteen bytes, and its count.
struct middle_slot {
  uint64_t key;
  uint64_t rest;
  uint64_t count;

  bool empty() const noexcept {
    return rest == 0;
  }

  /// Returns the word; it lies in the slot.
  std::string_view word() const noexcept {
    return {reinterpret_cast<const char*>(this), 8 + bytes_in(rest)};
  }
};

/// The bits that keys of n bytes use.
inline constexpr auto key_bits = [] {
  std::array<uint64_t, 9> result{};
  for (size_t n = 1; n <= 8; ++n)
    result[n] = ~uint64_t{0} >> (64 - 8 * n);
  return result;
}();

/// Returns `size` <= 8 bytes as a key. Eight must be readable.
inline uint64_t load_key(const char* from, size_t size) {
  return load8(from) & key_bits[size];
}

/// Tells whether a key of `size` > 0 bytes does not end in NUL.
inline bool is_key(uint64_t key, size_t size) {
  return key > key_bits[size] >> 8;
}

/// Tells whether `word` can be a `short_slot`.
inline bool is_short(std::string_view word) noexcept {
  return word.size() <= 8 && word.back() != '\0';
}

/// Tells whether `word` can be a `middle_slot`.
inline bool is_middle(std::string_view word) noexcept {
  return word.size() > 8 && word.size() <= 16 && word.back() != '\0';
}

} // namespace tally
