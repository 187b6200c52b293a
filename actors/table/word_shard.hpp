// Words and their counts for one range of hashes. Most words of a text are
// short, most words of a large vocabulary are not, so there are two tables.
// A word of at most eight bytes that does not end in NUL is its own key,
// padded with zeros, and lies in the slot together with its count: one memory
// access and one comparison. All other words are records in an arena, which an
// index finds by hash. Where whole texts are counted, many words are looked up
// together.

#pragma once

#include "actors/table/arena.hpp"
#include "actors/table/hash.hpp"
#include "actors/table/home_slot.hpp"
#include "actors/table/record_index.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/slot_table.hpp"
#include "actors/table/waiting_words.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

  /// Returns the number of different words.
  size_t distinct() const noexcept {
    return short_.size() + long_.size();
  }

  /// Returns the memory taken by slots, in bytes.
  size_t slot_bytes() const noexcept {
    return short_.bytes() + long_.bytes();
  }

  // For the loop that counts whole blocks.

  /// Counts the short words that have waited in `keys`, and leaves none there.
  /// Throws `std::bad_alloc`; some of the words are then lost.
  void settle(std::vector<uint64_t>& keys);

  /// Does the same with words that are not short.
  void settle(waiting_words& words);

  /// Makes room for as many short words as are worth waiting for. None may be
  /// waiting. Throws `std::bad_alloc`.
  void reserve_for_waiting(std::vector<uint64_t>& keys) const;

  /// Does the same with words that are not short, where they wait in `lists`
  /// lists at a time.
  void reserve_for_waiting(waiting_words& words, size_t lists) const;

private:
  using home = home_by_fraction<shard_bits>;

  // A record that came with another shard, and where the record of the same
  // word may be, or 0.
  struct adopted_record {
    uint32_t hash;
    uint32_t offset;
    uint32_t guess;
  };

  // A word that has waited, and where its record may be, or 0.
  struct settled_word {
    std::string_view word;
    uint32_t hash;
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

  uint64_t add_short(uint64_t key, uint32_t hash, uint64_t n) {
    auto slot = find_short(key, hash);
    if (slot->empty()) [[unlikely]]
      slot = insert_short(slot, key, hash);
    return slot->count += n;
  }

  uint64_t add_long(std::string_view word, uint32_t hash, uint64_t n);
  void settle_short(std::span<const uint64_t> keys);
  void settle_long(std::span<settled_word> words);
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
