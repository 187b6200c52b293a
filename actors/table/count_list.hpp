// From a list of words to counts: the loop that most of tally's time is spent
// in. While a table is small it lies in the processor's caches, and each word
// goes straight into it. A large table lies in memory, which takes a hundred
// times longer to answer; then the words of a piece go through in steps. The
// first computes all hashes and has the memory fetch the slots they lead to,
// so that many accesses overlap; the next does so for the records of
// long words; the last counts.

#pragma once

#include "actors/table/bytes.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tally {

namespace detail {

// The bits that keys of n bytes use.
inline constexpr auto key_bits = [] {
  std::array<uint64_t, 9> result{};
  for (size_t n = 1; n <= 8; ++n)
    result[n] = ~uint64_t{0} >> (64 - 8 * n);
  return result;
}();

// Tells whether the last byte is not NUL.
inline bool is_key(uint64_t masked, size_t size) {
  return masked > key_bits[size] >> 8;
}

inline uint64_t load_key(const char* from, size_t size) {
  return load8(from) & key_bits[size];
}

// Tells whether there is a NUL in a list of words, or between them.
template <class Words>
bool has_nul(const Words& words) {
  auto n = words.words();
  return n > 0 && std::memchr(words.base(), '\0', words.word(n - 1).last);
}

// Adds words to a table that `stays_small`, but those that `detour` takes.
// Where there is no NUL, no word ends in one, and short words need no check.
template <bool HasNul, class Words, class Detour>
void count_in_small(const Words& words, word_table& table, Detour detour) {
  front_table::adder front{table.front()};
  auto base = words.base();
  auto n = words.words();
  for (size_t i = 0; i < n; ++i) {
    auto [first, last] = words.word(i);
    auto from = base + first;
    size_t size = last - first;
    if (detour(std::string_view{from, size}))
      continue;
    if (size <= 8) [[likely]] {
      auto key = load_key(from, size);
      if (!HasNul || is_key(key, size)) [[likely]] {
        front.add_short(key, 1);
        continue;
      }
    } else if (size <= 16) [[likely]] {
      auto rest = load_key(from + 8, size - 8);
      if (!HasNul || is_key(rest, size - 8)) [[likely]] {
        front.add_middle(load8(from), rest, 1);
        continue;
      }
    }
    auto hash = hash_word({from, size}, table.seed());
    table.shard_of(hash).add_long({from, size}, hash, 1);
  }
}

// Words on their way into a large table.
class word_batch {
public:
  static constexpr size_t capacity = 128;

  explicit word_batch(word_table& table) : table_{table} {
  }

  // Collects words `i` to `end`, at most `capacity`, that `detour` leaves.
  template <class Words, class Detour>
  void collect(const Words& words, size_t i, size_t end, Detour detour) {
    num_short_ = num_long_ = 0;
    auto seed = table_.seed();
    for (; i < end; ++i) {
      auto [first, last] = words.word(i);
      auto from = words.base() + first;
      size_t size = last - first;
      if (detour(std::string_view{from, size}))
        continue;
      if (size <= 8) [[likely]] {
        auto key = load_key(from, size);
        if (is_key(key, size)) [[likely]] {
          auto hash = hash_key(key, seed);
          table_.shard_of(hash).prefetch_short(hash);
          short_[num_short_++] = {key, hash};
          continue;
        }
      }
      auto hash = hash_word({from, size}, seed);
      table_.shard_of(hash).prefetch_long(hash);
      long_[num_long_++] = {{from, size}, hash};
    }
  }

  void count() {
    for (size_t i = 0; i < num_long_; ++i) {
      auto [word, hash] = long_[i];
      table_.shard_of(hash).prefetch_record(word.size(), hash);
    }
    for (size_t i = 0; i < num_short_; ++i) {
      auto [key, hash] = short_[i];
      table_.shard_of(hash).add_short(key, hash, 1);
    }
    for (size_t i = 0; i < num_long_; ++i) {
      auto [word, hash] = long_[i];
      table_.shard_of(hash).add_long(word, hash, 1);
    }
  }

private:
  struct short_word {
    uint64_t key;
    uint32_t hash;
  };

  struct long_word {
    std::string_view word;
    uint32_t hash;
  };

  word_table& table_;
  size_t num_short_ = 0;
  size_t num_long_ = 0;
  std::array<short_word, capacity> short_;
  std::array<long_word, capacity> long_;
};

// Adds words to a table that does not, but those that `detour` takes.
template <class Words, class Detour>
void count_in_large(const Words& words, word_table& table, Detour detour) {
  word_batch batch{table};
  for (size_t i = 0; i < words.words(); i += batch.capacity) {
    batch.collect(words, i, std::min(i + batch.capacity, words.words()),
                  detour);
    batch.count();
  }
}

} // namespace detail

/// Adds a list of words to `table`. `words` has `words()`, their number,
/// `base()`, and `word(i)`, the edges of a word counted from `base()`; eight
/// bytes must be readable after each. `detour(word)` is called first and tells
/// whether it has taken the word, which is then not counted; it must not use
/// the table. Throws what `word_table::add` throws; some of the words are then
/// counted.
template <class Words, class Detour>
void count_list(const Words& words, word_table& table, Detour detour) {
  size_t taken = 0;
  auto takes = [&](std::string_view word) {
    auto result = detour(word);
    taken += result;
    return result;
  };
  if (!table.stays_small())
    detail::count_in_large(words, table, takes);
  else if (detail::has_nul(words))
    detail::count_in_small<true>(words, table, takes);
  else
    detail::count_in_small<false>(words, table, takes);
  table.count_tokens(words.words() - taken);
}

} // namespace tally
