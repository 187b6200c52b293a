// Words on their way into a large table, which lies in memory. They are listed
// by length, so that all words of a list take the same way, and each waits in
// its shard until many are counted together.

#pragma once

#include "actors/table/hash.hpp"
#include "actors/table/length_lists.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace tally::detail {

template <class Words>
class word_batch {
public:
  static constexpr size_t capacity = length_lists<word_edges>::capacity;

  word_batch(const Words& words, word_table& table, instruction_set which)
    : words_{words}, table_{table}, list_by_length_{list_by_length(which)} {
  }

  // Lists `n` words from `first` on, but those that `detour` takes.
  template <bool HasNul, class Detour>
  void list(size_t first, size_t n, Detour detour) {
    if constexpr (!HasNul && listed_at_once<Words, Detour>)
      list_by_length_(words_.edges().subspan(2 * first, 2 * n), lists_);
    else
      list_each<HasNul>(first, n, detour);
  }

  // Flat, as calls take a tenth of the time here.
  [[gnu::flatten]] void put_off() {
    auto seed = table_.seed();
    for (auto& x : lists_.shorts.words()) {
      auto word = text(x);
      auto key = load_key(word.data(), word.size());
      table_.put_off(key, hash_key(key, seed));
    }
    for (auto& others : lists_.others)
      for (auto& x : others.words())
        table_.put_off(text(x), hash_word(text(x), seed));
  }

private:
  using edges = decltype(std::declval<const Words&>().word(0));

  std::string_view text(const edges& word) const {
    return {words_.base() + word.first,
            static_cast<size_t>(word.last - word.first)};
  }

  template <bool HasNul, class Detour>
  void list_each(size_t first, size_t n, Detour detour) {
    lists_.clear();
    for (auto i = first; i < first + n; ++i) {
      auto word = words_.word(i);
      if (!detour(text(word)))
        lists_.add(word, HasNul && text(word).back() == '\0');
    }
  }

  const Words& words_;
  word_table& table_;
  list_by_length_function list_by_length_;
  length_lists<edges> lists_;
};

// Adds words to a table that no longer `stays_small`, but those that `detour`
// takes.
template <bool HasNul, class Words, class Detour>
void count_in_large(const Words& words, word_table& table, Detour detour,
                    instruction_set which) {
  word_batch<Words> batch{words, table, which};
  for (size_t i = 0; i < words.words(); i += batch.capacity) {
    batch.template list<HasNul>(i, std::min(batch.capacity, words.words() - i),
                                detour);
    batch.put_off();
  }
}

} // namespace tally::detail
