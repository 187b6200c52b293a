// Reading memory eight bytes at a time. Text becomes numbers in the order of
// its bytes on little-endian machines only, which is all tally runs on.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tally {

static_assert(std::endian::native == std::endian::little);

__extension__ using uint128 = unsigned __int128;

/// Returns the eight bytes at `from`, the first one lowest.
inline uint64_t load8(const char* from) {
  uint64_t result;
  std::memcpy(&result, from, sizeof(result));
  return result;
}

/// Returns the `size` <= 8 bytes at `from`, padded with zeros.
inline uint64_t load_up_to_8(const char* from, size_t size) {
  uint64_t result = 0;
  std::memcpy(&result, from, size);
  return result;
}

/// Returns the first eight of `size` bytes at `from`, padded with zeros, as a
/// number that compares like them: the first one highest.
inline uint64_t leading_bytes(const char* from, size_t size) {
  return __builtin_bswap64(size >= 8 ? load8(from) : load_up_to_8(from, size));
}

/// Returns the least number of bytes that a nonzero `x` fits in.
constexpr size_t bytes_in(uint64_t x) {
  return 8 - static_cast<size_t>(std::countl_zero(x)) / 8;
}

/// Tells whether the `size` bytes at `a` and at `b` are the same. Compares
/// eight at a time, the last eight overlapping those before.
inline bool same_bytes(const char* a, const char* b, size_t size) {
  if (size < 8)
    return std::memcmp(a, b, size) == 0;
  for (size_t i = 0; i + 8 < size; i += 8)
    if (load8(a + i) != load8(b + i))
      return false;
  return load8(a + size - 8) == load8(b + size - 8);
}

} // namespace tally
