// All words and their counts. A small vocabulary stays in the front table; a
// large one is split into shards by the top bits of the hash. As the hash also
// orders the slots within a shard, the shards of several tables can be merged
// and ranked side by side, each by another worker: they are taken out, sent
// around, and put together again. Moving one moves no words.

#pragma once

#include "actors/table/front_table.hpp"
#include "actors/table/hash.hpp"
#include "actors/table/waiting_words.hpp"
#include "actors/table/word_shard.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

/// A table taken apart: the shard for each value of the top bits of the hash.
struct table_parts {
  std::array<word_shard, size_t{1} << shard_bits> shards;
  uint64_t tokens = 0; ///< Sum of all counts.
};

/// A move-only map from words to counts. Words are any bytes, but not empty.
/// Words that `count_list` has put off are among the `tokens`, but no other
/// function finds them until `settle` has counted them. Those that take words
/// from table to table settle first, and may lose such words if they throw.
/// Words that are not short may be handed to another table, to be counted
/// there; they stay among the `tokens` of this one, which are right in sum once
/// both are merged.
class word_table {
public:
  static constexpr size_t num_shards = size_t{1} << shard_bits;

  /// Tables to be merged must have the same seed.
  explicit word_table(const hash_seed& seed = process_seed());

  /// Puts together what was released from tables with this seed.
  word_table(const hash_seed& seed, table_parts&& parts);

  /// Adds `n` > 0 to the count of `word` and returns the new count. Throws
  /// `std::bad_alloc`, or `std::length_error` for words of 4 GB and more; the
  /// table is then as it was.
  uint64_t add(std::string_view word, uint64_t n = 1);

  /// Takes up to `n` off the count of `word` and returns the new count. A word
  /// whose count is 0 leaves the table.
  uint64_t subtract(std::string_view word, uint64_t n = 1);

  /// Returns the count of `word`, which may be empty, or 0.
  uint64_t count(std::string_view word) const;

  /// Returns the sum of all counts.
  uint64_t tokens() const noexcept {
    return parts_.tokens;
  }

  /// Returns the same, added up word by word.
  uint64_t audit() const;

  /// Has `tokens` return that: after a failure nobody knows which words are
  /// lost.
  void recount();

  /// Returns the number of different words.
  uint64_t distinct() const;

  /// Calls `f(word, count)` for each word in no particular order.
  template <class F>
  void for_each(F f) const {
    front_.for_each(f);
    for (auto& x : parts_.shards)
      x.for_each(f);
  }

  /// Adds all counts of `other`. Throws `std::bad_alloc`; both tables then hold
  /// what they held.
  void merge(word_table&& other);

  /// Moves all words into shards, as merging does with those that are not
  /// there. Throws `std::bad_alloc`; the table is then as it was.
  void spill_front();

  /// Takes all words out. Throws `std::bad_alloc` before any change.
  table_parts release();

  // For the loop that counts whole blocks.

  /// Tells of `n` words added through `front` or a shard, not through `add`.
  void count_tokens(uint64_t n) noexcept {
    parts_.tokens += n;
  }

  /// Moves the words of the front table to the shards if it has grown large or
  /// is crowded. Returns whether words that `front` accepts still belong there;
  /// all other words always belong to their shards. Throws `std::bad_alloc`.
  bool stays_small();

  /// Has the short word that is `key` wait for `settle`, or for enough others
  /// to be counted together with. Throws `std::bad_alloc`; words that waited
  /// are then lost.
  void put_off(uint64_t key, uint32_t hash) {
    auto& keys = waiting_[number_of_shard(hash)].keys;
    if (keys.size() < keys.capacity()) [[likely]]
      keys.push_back(key);
    else
      settle_and_put_off(key, hash);
  }

  /// Does the same with a word that is not short. Throws what `add` throws.
  void put_off(std::string_view word, uint32_t hash) {
    auto& words = waiting_[number_of_shard(hash)].words;
    if (words.has_room_for(word.size())) [[likely]]
      words.append(word, hash);
    else
      settle_and_put_off(word, hash);
  }

  /// Takes all words that wait in one shard, to count them elsewhere, and
  /// leaves room for others. May throw `std::bad_alloc`.
  using words_taker = std::function<void(size_t shard, waiting_words& words)>;

  /// Hands words that are not short to `take` once enough of them have waited,
  /// and those left when they are to be settled.
  void hand_over_to(words_taker take) {
    take_ = std::move(take);
  }

  /// Counts words that were handed over, and makes room for others, which wait
  /// in `lists` lists. Throws `std::bad_alloc`; some of the words are then
  /// lost.
  void settle(size_t shard, waiting_words& words, size_t lists);

  /// Counts the words that were put off, and gives back the memory for them.
  /// Throws `std::bad_alloc`; some of these are then lost.
  void settle();

  /// Forgets the words that were put off, after a failure: what is left makes
  /// sense then.
  void give_up_waiting();

  /// Adds `n` to a word in its shard, and returns the new count. Throws what
  /// `add` throws.
  uint64_t add_to_shard(std::string_view word, uint64_t n) {
    auto hash = hash_word(word, seed_);
    return shard_of(hash).add(word, hash, n);
  }

  front_table& front() noexcept {
    return front_;
  }

  /// Returns the seed of all hashes.
  const hash_seed& seed() const noexcept {
    return seed_;
  }

private:
  static constexpr size_t front_limit = size_t{8} << 20;

  // Words of one shard that were put off.
  struct waiting_list {
    std::vector<uint64_t> keys; // of short words
    waiting_words words;
  };

  static size_t number_of_shard(uint32_t hash) noexcept {
    return hash >> (32 - shard_bits);
  }

  template <size_t... Is>
  word_table(const hash_seed& seed, std::index_sequence<Is...>)
    : seed_{seed}, front_{seed}, parts_{{((void) Is, word_shard{seed})...}} {
  }

  word_shard& shard_of(uint32_t hash) noexcept {
    return parts_.shards[number_of_shard(hash)];
  }

  uint64_t add_uncounted(std::string_view word, uint64_t n);
  uint64_t subtract_uncounted(std::string_view word, uint64_t n);
  void merge_shards(word_table& other);
  void settle_and_put_off(uint64_t key, uint32_t hash);
  void settle_and_put_off(std::string_view word, uint32_t hash);
  void settle_words(size_t shard);

  hash_seed seed_;
  bool is_small_ = true;
  front_table front_;
  table_parts parts_;
  std::array<waiting_list, num_shards> waiting_;
  words_taker take_; // none if empty
};

} // namespace tally
