// Where the words of a small vocabulary are counted. Everyday words have at
// most sixteen bytes, and a few ten thousand of them fit into the processor's
// caches. There the time goes into instructions and wrong guesses, not into
// memory; so this table has no shards and no records, only two arrays of
// slots. It is a stage: once it has grown large, its words move into shards.

#pragma once

#include "actors/table/hash.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/slot_table.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// A table of words with at most sixteen bytes that do not end in NUL.
class front_table {
public:
  explicit front_table(const hash_seed& seed) noexcept : seed_{seed} {
  }

  /// Tells whether `word` may be in this table.
  static bool accepts(std::string_view word) noexcept {
    return is_short(word) || is_middle(word);
  }

  /// Adds `n` > 0 to the count of a word and returns the new count. Throws
  /// `std::bad_alloc`; the table is then as it was.
  uint64_t add(std::string_view word, uint64_t n);

  /// Takes up to `n` off the count of `word` and returns the new count. A word
  /// whose count is 0 leaves the table.
  uint64_t subtract(std::string_view word, uint64_t n);

  /// Returns the count of `word`, or 0.
  uint64_t count(std::string_view word) const;

  /// Adds `n` to the word of at most eight bytes that is `key`.
  uint64_t add_short(uint64_t key, uint64_t n) {
    auto hash = hash_key(key, seed_);
    auto slot = find_short(key, hash);
    if (slot->empty()) [[unlikely]]
      slot = insert_short(slot, key, hash);
    return slot->count += n;
  }

  /// Adds `n` to the word of nine to sixteen bytes that is `key` and `rest`.
  uint64_t add_middle(uint64_t key, uint64_t rest, uint64_t n) {
    auto hash = hash_key(key, rest, seed_);
    auto slot = find_middle(key, rest, hash);
    if (slot->empty()) [[unlikely]]
      slot = insert_middle(slot, key, rest, hash);
    return slot->count += n;
  }

  /// Calls `f(word, count)` for each word in no particular order.
  template <class F>
  void for_each(F f) const {
    short_.for_each([&](auto& x) { f(x.word(), x.count); });
    middle_.for_each([&](auto& x) { f(x.word(), x.count); });
  }

  /// Returns the number of different words.
  size_t distinct() const noexcept {
    return short_.size() + middle_.size();
  }

  /// Returns the memory taken, in bytes.
  size_t bytes() const noexcept {
    return short_.bytes() + middle_.bytes();
  }

private:
  template <class Slot>
  uint64_t subtract(slot_table<Slot>& slots, Slot* slot, uint64_t n);

  short_slot* find_short(uint64_t key, uint32_t hash) const {
    return short_.find(hash, [=](auto& x) { return x.key == key; });
  }

  middle_slot* find_middle(uint64_t key, uint64_t rest, uint32_t hash) const {
    return middle_.find(
        hash, [=](auto& x) { return x.key == key && x.rest == rest; });
  }

  short_slot* insert_short(short_slot* slot, uint64_t key, uint32_t hash);
  middle_slot* insert_middle(middle_slot* slot, uint64_t key, uint64_t rest,
                             uint32_t hash);

  hash_seed seed_;
  slot_table<short_slot> short_;
  slot_table<middle_slot> middle_;
};

} // namespace tally
