// From a list of words to counts: the loop that most of tally's time is spent
// in. While a table is small it lies in the processor's caches, and each word
// goes straight into it. A large table lies in memory, which takes a hundred
// times longer to answer; then the words of a piece go through in steps. The
// first lists them by length; the second computes all hashes and has the memory
// fetch the slots they lead to, so that many accesses overlap; the third does
// so for the records of longer words; the last counts.

#pragma once

#include "actors/table/bytes.hpp"
#include "actors/table/length_lists.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tally {

namespace detail {

struct no_detour {
  constexpr bool operator()(std::string_view) const {
    return false;
  }
};

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
template <class Words>
class word_batch {
public:
  static constexpr size_t capacity = length_lists<word_edges>::capacity;

  word_batch(const Words& words, word_table& table, instruction_set which)
    : words_{words}, table_{table}, list_by_length_{list_by_length(which)} {
  }

  // Collects `n` words from `first` on, but those that `detour` takes.
  template <bool HasNul, class Detour>
  void collect(size_t first, size_t n, Detour detour) {
    if constexpr (!HasNul && std::is_same_v<Detour, no_detour> && requires {
                    words_.edges();
                  })
      list_by_length_(words_.edges().subspan(2 * first, 2 * n), lists_);
    else
      collect_each<HasNul>(first, n, detour);
  }

  // Flat, as calls take a tenth of the time here.
  [[gnu::flatten]] void count() {
    auto shorts = lists_.shorts.words();
    for (size_t i = 0; i < shorts.size(); ++i)
      fetch_slot(shorts_[i], text(shorts[i]));
    for_each_other([this](other_word& x, std::string_view word) {
      x.hash = hash_word(word, table_.seed());
      shard_of(x).prefetch_long(x.hash);
    });
    for_each_other([this](other_word& x, std::string_view word) {
      x.guess = shard_of(x).prefetch_record(word.size(), x.hash);
    });
    for (size_t i = 0; i < shorts.size(); ++i)
      shard_of(shorts_[i]).add_short(shorts_[i].key, shorts_[i].hash, 1);
    for_each_other([this](other_word& x, std::string_view word) {
      shard_of(x).add_long(word, x.hash, 1, x.guess);
    });
  }

private:
  using edges = decltype(std::declval<const Words&>().word(0));

  // These have no initial values: to set them all would take time for each
  // batch.
  struct short_word {
    uint64_t key;
    uint32_t hash;
  };

  struct other_word {
    uint32_t hash;
    uint32_t guess; // where the record may be
  };

  std::string_view text(const edges& word) const {
    return {words_.base() + word.first,
            static_cast<size_t>(word.last - word.first)};
  }

  template <class Word>
  word_shard& shard_of(const Word& x) const {
    return table_.shard_of(x.hash);
  }

  template <bool HasNul, class Detour>
  void collect_each(size_t first, size_t n, Detour detour) {
    lists_.clear();
    for (auto i = first; i < first + n; ++i) {
      auto word = words_.word(i);
      if (!detour(text(word)))
        lists_.add(word, HasNul && text(word).back() == '\0');
    }
  }

  void fetch_slot(short_word& x, std::string_view word) {
    x.key = load_key(word.data(), word.size());
    x.hash = hash_key(x.key, table_.seed());
    shard_of(x).prefetch_short(x.hash);
  }

  template <class F>
  void for_each_other(F f) {
    for (size_t i = 0; i < others_.size(); ++i) {
      auto words = lists_.others[i].words();
      for (size_t j = 0; j < words.size(); ++j)
        f(others_[i][j], text(words[j]));
    }
  }

  const Words& words_;
  word_table& table_;
  list_by_length_function list_by_length_;
  length_lists<edges> lists_;
  std::array<short_word, capacity> shorts_;
  std::array<std::array<other_word, capacity>, length_lists<edges>::num_others>
      others_;
};

// Adds words to a table that does not, but those that `detour` takes.
template <bool HasNul, class Words, class Detour>
void count_in_large(const Words& words, word_table& table, Detour detour,
                    instruction_set which) {
  word_batch<Words> batch{words, table, which};
  for (size_t i = 0; i < words.words(); i += batch.capacity) {
    batch.template collect<HasNul>(
        i, std::min(batch.capacity, words.words() - i), detour);
    batch.count();
  }
}

template <class Words, class Detour>
void count_list(const Words& words, word_table& table, Detour detour,
                instruction_set which) {
  auto is_small = table.stays_small();
  if (has_nul(words))
    is_small ? count_in_small<true>(words, table, detour)
             : count_in_large<true>(words, table, detour, which);
  else
    is_small ? count_in_small<false>(words, table, detour)
             : count_in_large<false>(words, table, detour, which);
}

} // namespace detail

/// Adds a list of words to `table`. `words` has `words()`, their number,
/// `base()`, and `word(i)`, the edges of a word counted from `base()`; eight
/// bytes must be readable after each. It may have `edges()`, all edges at once.
/// Throws what `word_table::add` throws; some of the words are then counted.
template <class Words>
void count_list(const Words& words, word_table& table,
                instruction_set which = best_instruction_set()) {
  detail::count_list(words, table, detail::no_detour{}, which);
  table.count_tokens(words.words());
}

/// Does the same but for the words that `detour` takes. `detour(word)` is
/// called first and tells whether it has taken the word; it must not use the
/// table.
template <class Words, class Detour>
void count_list_but(const Words& words, word_table& table, Detour detour) {
  size_t taken = 0;
  auto takes = [&](std::string_view word) {
    auto result = detour(word);
    taken += result;
    return result;
  };
  detail::count_list(words, table, takes, best_instruction_set());
  table.count_tokens(words.words() - taken);
}

} // namespace tally
