// A seeded hash for words. Up to eight bytes are one key: it is multiplied to
// 128 bits, whose halves are folded together, and multiplied once more to
// bring the mixture to the top bits, the only ones tables look at. Both steps
// are needed: one multiplication alone, folded or not, puts runs of similar
// keys (x1, x2, x3...) side by side under one seed in ten or in fifty, which
// makes tables crawl. Longer words fold in sixteen bytes per multiplication.
// Tables that notice when they crawl and can do something about it get by with
// one multiplication. The seed is random, so nobody can prepare words that
// collide.

#pragma once

#include "actors/table/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// The secret of a hash. Tables to be merged must share one.
struct hash_seed {
  uint64_t first = 0;
  uint64_t second = 1;
  uint64_t third = 1;

  friend bool operator==(const hash_seed&, const hash_seed&) = default;
};

/// Tables of words are split into shards by the top bits of the hash.
constexpr unsigned shard_bits = 4;

/// Returns the seed of this process, drawn at the first call.
const hash_seed& process_seed();

/// Returns a seed that depends on `number` only, for tests.
hash_seed fixed_seed(uint64_t number);

/// Multiplies to 128 bits and folds the halves together.
inline uint64_t fold(uint64_t a, uint64_t b) {
  auto product = static_cast<uint128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

/// Takes the top half of a number that has been mixed once more.
inline uint32_t finish(uint64_t state, const hash_seed& seed) {
  return static_cast<uint32_t>(state * seed.third >> 32);
}

/// Returns a hash of a word of at most eight bytes, padded with zeros, that may
/// crowd similar words. Its top bits are the best ones.
inline uint64_t quick_hash(uint64_t key, const hash_seed& seed) {
  return (key ^ seed.first) * seed.second;
}

/// Returns the same for a word of nine to sixteen bytes, padded with zeros.
inline uint64_t quick_hash(uint64_t key, uint64_t rest, const hash_seed& seed) {
  return (key ^ seed.first) * seed.second + rest * seed.third;
}

/// Returns the hash of a word of at most eight bytes, padded with zeros.
inline uint32_t hash_key(uint64_t key, const hash_seed& seed) {
  return finish(fold(key ^ seed.first, seed.second), seed);
}

/// Returns the hash of a word of nine to sixteen bytes, padded with zeros.
inline uint32_t hash_key(uint64_t key, uint64_t rest, const hash_seed& seed) {
  return finish(fold(key ^ seed.first, rest ^ seed.second), seed);
}

/// Returns the hash of a word of more than sixteen bytes.
inline uint32_t hash_long(const char* word, size_t size,
                          const hash_seed& seed) {
  auto state = seed.first ^ size;
  auto last = word + size - 16;
  for (; word < last; word += 16)
    state = fold(state ^ load8(word), seed.second ^ load8(word + 8));
  state = fold(state ^ load8(last), seed.second ^ load8(last + 8));
  return finish(state, seed);
}

/// Returns the hash of any word.
inline uint32_t hash_word(std::string_view word, const hash_seed& seed) {
  auto from = word.data();
  auto size = word.size();
  if (size > 16)
    return hash_long(from, size, seed);
  if (size > 8)
    return hash_key(load8(from), load8(from + size - 8) >> 8 * (16 - size),
                    seed);
  return hash_key(load_up_to_8(from, size), seed);
}

} // namespace tally
