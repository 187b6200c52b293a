// Words and their counts for one range of hashes. Most words of a text are
// short, most words of a large vocabulary are not, so there are two tables.
// A word of at most eight bytes that does not end in NUL is its own key,
// padded with zeros, and lies in the slot together with its count: one memory
// access and one comparison. All other words are records in an arena, which an
// index finds by hash.

#pragma once

#include "actors/table/arena.hpp"
#include "actors/table/hash.hpp"
#include "actors/table/home_slot.hpp"
#include "actors/table/record_index.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/slot_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// A table of words; move-only. The caller supplies the hashes, all by the
/// seed given here, and never an empty word.
class word_shard {
public:
  explicit word_shard(const hash_seed& seed = process_seed()) noexcept
    : seed_{seed} {
  }

  /// Adds `n` > 0 to the count of `word` and returns the new count. Throws
  /// `std::bad_alloc`, or `std::length_error` for words of 4 GB and more; the
  /// shard is then as it was.
  uint64_t add(std::string_view word, uint32_t hash, uint64_t n);

  /// Takes up to `n` off the count of `word` and returns the new count. A word
  /// whose count is 0 leaves the table.
  uint64_t subtract(std::string_view word, uint32_t hash, uint64_t n);

  /// Returns the count of `word`, or 0.
  uint64_t count(std::string_view word, uint32_t hash) const;

  /// Makes room for the words of `other`, so that `merge` cannot fail. Throws
  /// `std::bad_alloc`; the shard then holds what it held.
  void reserve_for(const word_shard& other);

  /// Adds all counts of `other`, whose seed must be the same. Throws
  /// `std::bad_alloc` before anything has changed.
  void merge(word_shard&& other);

  /// Calls `f(word, count)` for each word in no particular order.
  template <class F>
  void for_each(F f) const {
    short_.for_each([&](auto& x) { f(x.word(), x.count); });
    // Records of words that were merged or removed stay in the arena.
    records_.for_each([&](auto& x) {
      if (x.count > 0)
        f(x.word(), x.count);
    });
  }

  /// Takes all words out, as records; those with a count of 0 tell nothing.
  /// Throws `std::bad_alloc`; some of the words are then lost.
  arena release();

  /// Returns the number of different words.
  size_t distinct() const noexcept {
    return short_.size() + long_.size();
  }

  /// Returns the memory taken by slots, in bytes.
  size_t slot_bytes() const noexcept {
    return short_.bytes() + long_.bytes();
  }

  // The steps of `add`, for the loop that counts whole blocks.

  /// Adds `n` to the word with `key`, and returns the new count.
  uint64_t add_short(uint64_t key, uint32_t hash, uint64_t n) {
    auto slot = find_short(key, hash);
    if (slot->empty()) [[unlikely]]
      slot = insert_short(slot, key, hash);
    return slot->count += n;
  }

  /// Adds `n` to a word that is not short, and returns the new count.
  uint64_t add_long(std::string_view word, uint32_t hash, uint64_t n);

  /// Does the same for a word whose record may be at `guess`, and if there is
  /// one, most likely is.
  uint64_t add_long(std::string_view word, uint32_t hash, uint64_t n,
                    uint32_t guess) {
    if (guess != 0) {
      auto& record = records_.at(guess);
      if (is_record_of(word, record)) [[likely]]
        return record.count += n;
    }
    return add_long(word, hash, n);
  }

  /// Fetches the slot that `add_short` is going to need.
  void prefetch_short(uint32_t hash) const noexcept {
    __builtin_prefetch(short_.home(hash));
  }

  /// Fetches the slots that `add_long` is going to need.
  void prefetch_long(uint32_t hash) const noexcept {
    long_.prefetch(hash);
  }

  /// Fetches the record that `add_long` is most likely going to need for a word
  /// of `size` bytes. Returns its offset, or 0 if there is most likely none.
  /// Whether there is cannot be predicted, so something is fetched in any case:
  /// offset 0 is that of the unused first unit.
  uint32_t prefetch_record(size_t size, uint32_t hash) const noexcept {
    if (long_.size() == 0)
      return 0;
    auto guess = long_.guess(hash);
    records_.at(guess).prefetch(size);
    return guess;
  }

private:
  using home = home_by_fraction<shard_bits>;

  // A record that came with another shard, and where the record of the same
  // word may be, or 0.
  struct adopted_record {
    uint32_t hash;
    uint32_t offset;
    uint32_t guess;
  };

  struct adopted_list {
    static constexpr size_t capacity = 128;
    std::array<adopted_record, capacity + 1> items;
    size_t size = 0;
  };

  short_slot* find_short(uint64_t key, uint32_t hash) const {
    return short_.find(hash, [=](auto& x) { return x.key == key; });
  }

  record_index::slot find_long(std::string_view word, uint32_t hash) const {
    return long_.find(hash, [&](uint32_t offset) {
      return is_record_of(word, records_.at(offset));
    });
  }

  short_slot* insert_short(short_slot* slot, uint64_t key, uint32_t hash);
  uint64_t subtract_short(short_slot* slot, uint64_t n);
  uint64_t subtract_long(record_index::slot slot, uint64_t n);
  void merge_short(word_shard& other);
  void merge_few_long(word_shard& other);
  void merge_long(word_shard& other);
  void merge_known(adopted_list& list);
  void merge_list(adopted_list& list);
  void merge_record(const adopted_record& x);

  hash_seed seed_;
  slot_table<short_slot, home> short_;
  record_index long_;
  arena records_;
};

} // namespace tally
