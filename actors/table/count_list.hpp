// From a list of words to counts: the loop that most of tally's time is spent
// in. While a table is small it lies in the processor's caches, and each word
// goes straight into it. A large table lies in memory, which takes a hundred
// times longer to answer; then the words of a piece go through in steps. The
// first sorts them by length; the second computes all hashes and has the memory
// fetch the slots they lead to, so that many accesses overlap; the third does
// so for the records of longer words; the last counts.

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

// Words on their way into a large table. A processor cannot guess whether the
// next word is short; so words are listed by length first, without a branch,
// and then all words of a list take the same way.
class word_batch {
public:
  static constexpr size_t capacity = 256;

  explicit word_batch(word_table& table) : table_{table} {
  }

  // Collects words `i` to `end`, at most `capacity`, that `detour` leaves. Each
  // is written to the end of all lists, of which one grows.
  template <class Words, class Detour>
  void collect(const Words& words, size_t i, size_t end, Detour detour) {
    size_t num_short = 0, num_middle = 0, num_long = 0;
    for (; i < end; ++i) {
      auto [first, last] = words.word(i);
      size_t size = last - first;
      std::string_view word{words.base() + first, size};
      if (detour(word))
        continue;
      short_.items[num_short].set(word);
      middle_.items[num_middle].set(word);
      long_.items[num_long].set(word);
      size_t is_long = (size > 16) | (word.back() == '\0');
      num_short += size <= 8 && !is_long;
      num_middle += size > 8 && !is_long;
      num_long += is_long;
    }
    short_.size = num_short;
    middle_.size = num_middle;
    long_.size = num_long;
  }

  void count() {
    for (auto& x : short_) {
      x.key = load_key(x.from, x.size);
      x.hash = hash_key(x.key, table_.seed());
      table_.shard_of(x.hash).prefetch_short(x.hash);
    }
    fetch_slots(middle_);
    fetch_slots(long_);
    fetch_records(middle_);
    fetch_records(long_);
    for (auto& x : short_)
      table_.shard_of(x.hash).add_short(x.key, x.hash, 1);
    add(middle_);
    add(long_);
  }

private:
  // Has no initial values: to set them all would take time for each batch.
  struct item {
    const char* from;
    size_t size;
    uint64_t key; // of a short word
    uint32_t hash;
    uint32_t guess; // where the record of a longer word may be

    void set(std::string_view word) {
      from = word.data();
      size = word.size();
    }

    std::string_view word() const {
      return {from, size};
    }
  };

  struct list {
    std::array<item, capacity + 1> items;
    size_t size = 0;

    item* begin() {
      return items.data();
    }

    item* end() {
      return items.data() + size;
    }
  };

  void fetch_slots(list& words) {
    for (auto& x : words) {
      x.hash = hash_word(x.word(), table_.seed());
      table_.shard_of(x.hash).prefetch_long(x.hash);
    }
  }

  void fetch_records(list& words) {
    for (auto& x : words)
      x.guess = table_.shard_of(x.hash).prefetch_record(x.size, x.hash);
  }

  void add(list& words) {
    for (auto& x : words)
      table_.shard_of(x.hash).add_long(x.word(), x.hash, 1, x.guess);
  }

  word_table& table_;
  list short_;  // of at most eight bytes, as `word_shard` means it
  list middle_; // of at most sixteen
  list long_;   // all others
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
