// Reading, comparing and copying memory in steps of eight or sixteen bytes, and
// fetching it in lines of the processor's caches. Text becomes numbers in the
// order of its bytes on little-endian machines only, which is all tally runs
// on.

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
/// sixteen at a time, the last ones overlapping those before.
inline bool same_bytes(const char* a, const char* b, size_t size) {
  auto differ = [=](size_t i, size_t k) {
    return (load8(a + i) ^ load8(b + i)) | (load8(a + k) ^ load8(b + k));
  };
  if (size < 8)
    return std::memcmp(a, b, size) == 0;
  if (size <= 16)
    return differ(0, size - 8) == 0;
  for (size_t i = 0; i + 16 < size; i += 16)
    if (differ(i, i + 8) != 0)
      return false;
  return differ(size - 16, size - 8) == 0;
}

/// Fetches the `size` > 0 bytes at `from`, the middle of which is left out if
/// they are very many: they would drive out too much else.
inline void prefetch_bytes(const char* from, size_t size) {
  constexpr size_t line = 64;
  constexpr size_t most = 8 * line;
  __builtin_prefetch(from);
  __builtin_prefetch(from + size - 1);
  for (size_t i = line; i < size && i < most; i += line)
    __builtin_prefetch(from + i);
}

/// Copies `size` bytes, also sixteen at a time: most words need no more than
/// two steps, and a call costs more than these.
inline void copy_bytes(const char* from, size_t size, char* to) {
  auto copy16 = [=](size_t i) { std::memcpy(to + i, from + i, 16); };
  if (size < 8) {
    std::memcpy(to, from, size);
  } else if (size <= 16) {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  } else {
    for (size_t i = 0; i + 16 < size; i += 16)
      copy16(i);
    copy16(size - 16);
  }
}

} // namespace tally
