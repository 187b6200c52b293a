// Words and their counts for one range of hashes. Most words of a text are
// short, most words of a large vocabulary are not, so there are two tables.
// A word of at most eight bytes that does not end in NUL is its own key,
// padded with zeros, and lies in the slot together with its count: one memory
// access and one comparison. All other words are records in an arena, which an
// index finds by hash. Where whole texts are counted, words wait until there
// are many to look up.

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

  /// Has the short word that is `key` wait for `settle`, or for enough others
  /// to be counted together with. Throws `std::bad_alloc`; words that waited
  /// are then lost.
  void put_off(uint64_t key) {
    if (waiting_keys_.size() < waiting_keys_.capacity()) [[likely]]
      waiting_keys_.push_back(key);
    else
      settle_and_put_off(key);
  }

  /// Does the same with a word that is not short. Throws what `add` throws.
  void put_off(std::string_view word, uint32_t hash) {
    if (waiting_.has_room_for(word.size())) [[likely]]
      waiting_.append(word, hash);
    else
      settle_and_put_off(word, hash);
  }

  /// Counts the words that wait, and gives back the memory for them. Nothing
  /// else counts or finds them, so this must come before the shard is read or
  /// merged. Throws `std::bad_alloc`; some of the words are then lost.
  void settle();

  /// Forgets the words that wait, and gives back the memory for them.
  void give_up_waiting() noexcept;

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
  void settle_short();
  void settle_short(std::span<const uint64_t> keys);
  void settle_long();
  void settle_long(std::span<settled_word> words);
  void settle_and_put_off(uint64_t key);
  void settle_and_put_off(std::string_view word, uint32_t hash);
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
  std::vector<uint64_t> waiting_keys_;
  waiting_words waiting_;
};

} // namespace tally
