// Finds the records of words by hash. Slots come in buckets of eight that fill
// one line of the processor's caches: whether a hash is among them takes one
// memory access and one comparison, and how far a search goes can be guessed,
// as it nearly always ends in the bucket where it starts. A slot holds the
// hash, which suffices to grow and merge without touching a record, and where
// the record is. Buckets are in the order of the hashes, so growing or merging
// runs through memory from front to back; what does not fit into a bucket is in
// the next one. Half of the slots or more stay empty while counting, a tenth
// after merging. Should an entry still end up far from home, the table grows
// early: hashes that crowd must not turn into long searches.

#pragma once

#include "actors/table/hash.hpp"
#include "actors/table/home_slot.hpp"
#include "actors/table/memory_area.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#ifdef __SSE2__
#  include <emmintrin.h>
#endif

namespace tally {

/// Slots that are filled from front to back. All bytes of an empty one are 0.
struct alignas(64) record_bucket {
  static constexpr size_t slots = 8;

  /// Returns a bit for each slot that contains `x`.
  static unsigned find(const std::array<uint32_t, slots>& in,
                       uint32_t x) noexcept {
#ifdef __SSE2__
    auto wanted = _mm_set1_epi32(static_cast<int>(x));
    auto four = reinterpret_cast<const __m128i*>(in.data());
    auto low = _mm_cmpeq_epi32(_mm_load_si128(four), wanted);
    auto high = _mm_cmpeq_epi32(_mm_load_si128(four + 1), wanted);
    auto all = _mm_packs_epi16(_mm_packs_epi32(low, high), __m128i{});
    return static_cast<unsigned>(_mm_movemask_epi8(all));
#else
    unsigned result = 0;
    for (size_t i = 0; i < slots; ++i)
      result |= static_cast<unsigned>(in[i] == x) << i;
    return result;
#endif
  }

  /// Returns the number of entries.
  size_t size() const noexcept {
    return static_cast<size_t>(
        std::countr_zero(find(offsets, 0) | 1U << slots));
  }

  std::array<uint32_t, slots> hashes;
  std::array<uint32_t, slots> offsets; ///< Of the records, never 0.
};

/// A table of records; move-only. All hashes have the same top `shard_bits`.
class record_index {
public:
  /// One slot.
  struct slot {
    record_bucket* bucket;
    size_t index;

    /// Returns where the record is, or 0 if the slot is empty.
    uint32_t offset() const noexcept {
      return bucket->offsets[index];
    }
  };

  record_index() = default;
  record_index(record_index&& other) noexcept;
  record_index& operator=(record_index&& other) noexcept;

  /// Returns the number of entries.
  size_t size() const noexcept {
    return size_;
  }

  /// Returns the memory taken, in bytes.
  size_t bytes() const noexcept {
    return memory_.size();
  }

  /// Fetches the bucket that a search for `hash` is going to need.
  void prefetch(uint32_t hash) const noexcept {
    __builtin_prefetch(home(hash));
  }

  /// Returns the offset of the record with `hash` that a search most likely
  /// ends at, or 0 if there is most likely none. Does not branch.
  uint32_t guess(uint32_t hash) const noexcept {
    constexpr auto none = 1U << (record_bucket::slots - 1);
    auto& bucket = *home(hash);
    auto found = record_bucket::find(bucket.hashes, hash);
    auto offset = bucket.offsets[std::countr_zero(found | none)];
    return found != 0 ? offset : 0;
  }

  /// Returns the slot with `hash` whose offset satisfies `is_wanted`, or the
  /// empty one to put it in.
  template <class Predicate>
  slot find(uint32_t hash, Predicate is_wanted) const {
    for (auto bucket = home(hash);; bucket = next(bucket)) {
      for (auto found = record_bucket::find(bucket->hashes, hash); found != 0;
           found &= found - 1) {
        slot x{bucket, static_cast<size_t>(std::countr_zero(found))};
        if (x.offset() != 0 && is_wanted(x.offset()))
          return x;
      }
      if (auto used = bucket->size(); used < record_bucket::slots)
        return {bucket, used};
    }
  }

  /// Fills `empty`, the result of `find`. Throws `std::bad_alloc` before any
  /// change.
  void insert(slot empty, uint32_t hash, uint32_t offset) {
    if (is_crowded(empty, hash)) [[unlikely]]
      empty = grow_for(hash);
    insert_reserved(empty, hash, offset);
  }

  /// Like `insert`, after `reserve`: neither grows nor throws. The table must
  /// not have grown since `find`.
  void insert_reserved(slot empty, uint32_t hash, uint32_t offset) noexcept {
    empty.bucket->hashes[empty.index] = hash;
    empty.bucket->offsets[empty.index] = offset;
    ++size_;
  }

  /// Makes room for `n` entries in all, which may fill nine tenths of the
  /// slots, but never all: searches end at an empty one. Grows by at least
  /// half, so that merging many tables one by one takes no longer than
  /// counting. Throws `std::bad_alloc` before any change.
  void reserve(size_t n);

  /// Removes the entry in `hole`, a result of `find`: entries that were kept
  /// from their homes move closer.
  void erase(slot hole) noexcept;

  /// Calls `f(hash, offset)` for each entry in the order of the buckets, and
  /// leaves the table empty, its memory given back piece by piece while `f` is
  /// at work.
  template <class F>
  void consume(F f) {
    constexpr size_t piece = (size_t{4} << 20) / sizeof(record_bucket);
    auto old = std::move(*this);
    for (size_t i = 0; i < old.num_buckets_; ++i) {
      auto& bucket = old.buckets_[i];
      for (size_t k = 0, used = bucket.size(); k < used; ++k)
        f(bucket.hashes[k], bucket.offsets[k]);
      if ((i + 1) % piece == 0)
        old.memory_.discard_front((i + 1) * sizeof(record_bucket));
    }
  }

private:
  using home_bucket = home_by_fraction<shard_bits>;

  // What an empty table searches; never written.
  inline static record_bucket nothing_{};

  explicit record_index(size_t num_buckets);

  record_bucket* home(uint32_t hash) const noexcept {
    return buckets_ + home_bucket{num_buckets_}.of(hash);
  }

  record_bucket* next(record_bucket* bucket) const noexcept {
    return ++bucket == buckets_ + num_buckets_ ? buckets_ : bucket;
  }

  size_t number_of(const record_bucket* bucket) const noexcept {
    return static_cast<size_t>(bucket - buckets_);
  }

  // How many steps of `next` lead from one bucket to the other.
  size_t distance(const record_bucket* from,
                  const record_bucket* to) const noexcept {
    return to - from + (to < from ? num_buckets_ : 0);
  }

  bool is_crowded(slot empty, uint32_t hash) const noexcept;
  slot find_empty(uint32_t hash) const noexcept;
  slot find_displaced(record_bucket* from) const noexcept;
  slot grow_for(uint32_t hash);
  void grow(size_t num_buckets);

  memory_area memory_;
  record_bucket* buckets_ = &nothing_;
  size_t num_buckets_ = 0;
  size_t size_ = 0;
};

} // namespace tally
