// Where the words of a small vocabulary are counted. Everyday words have at
// most sixteen bytes, and a few ten thousand of them fit into the processor's
// caches. There the time goes into instructions and wrong guesses, not into
// memory; so this table has no shards and no records, only two arrays of
// slots, and hashes with a single multiplication. It is a stage: once it has
// grown large, or its slots are crowded, its words move into shards, where they
// are hashed with more care.

#pragma once

#include "actors/table/hash.hpp"
#include "actors/table/home_slot.hpp"
#include "actors/table/locate_shorts.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/slot_table.hpp"
#include "actors/text/word_edges.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tally {

/// A table of words with at most sixteen bytes that do not end in NUL.
class front_table {
  using middle_table = slot_table<middle_slot, home_by_top_bits>;

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

  /// Adds words to a table that nobody else changes while it lives. Throws
  /// `std::bad_alloc`; the table is then as it was. Inlined wherever it is
  /// used: calls would cost a fifth of the time and keep it out of registers.
  class adder {
  public:
    explicit adder(front_table& to) noexcept
      : to_{to},
        seed_{to.seed_},
        short_{to.short_.search()},
        middle_{to.middle_.search()} {
    }

    /// Adds `n` to the word of at most eight bytes that is `key`. Returns the
    /// new count.
    [[gnu::always_inline]] uint64_t add_short(uint64_t key, uint64_t n) {
      auto hash = quick_hash(key, seed_);
      auto slot = short_.find(hash, [=](auto& x) { return x.key == key; });
      if (slot->empty()) [[unlikely]] {
        slot = to_.insert_short(slot, key, hash);
        short_ = to_.short_.search();
      }
      return short_.bring_home(slot, hash)->count += n;
    }

    /// Adds 1 to each of `words`, which are as `locate` wants them and do not
    /// end in NUL. Throws `std::bad_alloc`; the words before the one that did
    /// not fit are then counted.
    [[gnu::always_inline]] void add_shorts(const char* base,
                                           std::span<const word_edges> words,
                                           locate_shorts_function locate) {
      located_shorts located;
      while (!words.empty()) {
        locate(base, words, seed_, short_, located);
        words = words.subspan(add_until_growth(located, words.size()));
      }
    }

    /// Adds `n` to the word of nine to sixteen bytes that is `key` and `rest`.
    /// Returns the new count.
    [[gnu::always_inline]] uint64_t add_middle(uint64_t key, uint64_t rest,
                                               uint64_t n) {
      auto hash = quick_hash(key, rest, seed_);
      auto slot = middle_.find(
          hash, [=](auto& x) { return x.key == key && x.rest == rest; });
      if (slot->empty()) [[unlikely]] {
        slot = to_.insert_middle(slot, key, rest, hash);
        middle_ = to_.middle_.search();
      }
      return middle_.bring_home(slot, hash)->count += n;
    }

  private:
    // Adds the first `n` words, or some if slots move. Returns their number.
    [[gnu::always_inline]] size_t add_until_growth(const located_shorts& words,
                                                   size_t n) {
      for (size_t i = 0; i < n; ++i) {
        auto slot = words.homes[i];
        auto key = words.keys[i];
        if (slot->key == key) [[likely]] {
          ++slot->count;
          continue;
        }
        auto before = short_;
        add_short(key, 1);
        if (short_ != before)
          return i + 1;
      }
      return n;
    }

    front_table& to_;
    hash_seed seed_;
    short_table::finder short_;
    middle_table::finder middle_;
  };

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

  /// Tells whether words have come to lie too close together for this hash.
  bool is_crowded() const noexcept {
    return excess_walk_ > most_excess_walk;
  }

private:
  // Slots that may be passed for a new word: eight times as many as are
  // expected in a table a quarter full; and how many more, on the whole, are
  // taken for bad luck.
  static constexpr size_t usual_walk = 3;
  static constexpr size_t most_excess_walk = 1024;

  template <class Slot>
  uint64_t subtract(slot_table<Slot, home_by_top_bits>& slots, Slot* slot,
                    uint64_t n);

  short_slot* find_short(std::string_view word) const;
  middle_slot* find_middle(std::string_view word) const;
  void note_walk(size_t walk) noexcept;
  short_slot* insert_short(short_slot* slot, uint64_t key, uint64_t hash);
  middle_slot* insert_middle(middle_slot* slot, uint64_t key, uint64_t rest,
                             uint64_t hash);

  hash_seed seed_;
  short_table short_;
  middle_table middle_;
  size_t excess_walk_ = 0;
};

} // namespace tally
