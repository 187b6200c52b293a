// Words on their way into a large table, which lies in memory. They go through
// in steps: the first lists them by length; the second computes all hashes and
// has the memory fetch the slots they lead to; the third does so for the
// records of longer words; the last counts.

#pragma once

#include "actors/table/length_lists.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace tally::detail {

// Up to 256 words, and room for what each step finds out about them.
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
    if constexpr (!HasNul && listed_at_once<Words, Detour>)
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

// Adds words to a table that no longer `stays_small`, but those that `detour`
// takes.
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

} // namespace tally::detail
