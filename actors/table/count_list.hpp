// From a list of words to counts: the loops that most of tally's time is spent
// in. While a table is small it lies in the processor's caches, and each word
// goes straight into it. A large table lies in memory, which takes a hundred
// times longer to answer; then words wait until many are looked up together.

#pragma once

#include "actors/table/count_in_large.hpp"
#include "actors/table/count_in_small.hpp"
#include "actors/table/length_lists.hpp"
#include "actors/table/word_table.hpp"

#include <cstddef>
#include <cstring>
#include <string_view>

namespace tally {

namespace detail {

// Tells whether there is a NUL in a list of words, or between them.
template <class Words>
bool has_nul(const Words& words) {
  auto n = words.words();
  return n > 0 && std::memchr(words.base(), '\0', words.word(n - 1).last);
}

template <bool HasNul, class Words, class Detour>
void count_list(const Words& words, word_table& table, Detour detour,
                instruction_set which) {
  if (table.stays_small())
    count_in_small<HasNul>(words, table, detour, which);
  else
    count_in_large<HasNul>(words, table, detour, which);
}

// Where there is no NUL, no word ends in one.
template <class Words, class Detour>
void count_list(const Words& words, word_table& table, Detour detour,
                instruction_set which) {
  if (has_nul(words))
    count_list<true>(words, table, detour, which);
  else
    count_list<false>(words, table, detour, which);
}

} // namespace detail

/// Adds a list of words to `table`. `words` has `words()`, their number,
/// `base()`, and `word(i)`, the edges of a word counted from `base()`; eight
/// bytes must be readable after each. It may have `edges()`, all edges at once.
/// Some words may wait for `word_table::settle`. Throws what `word_table::add`
/// throws; some of the words are then counted.
template <class Words>
void count_list(const Words& words, word_table& table,
                instruction_set which = best_instruction_set()) {
  detail::count_list(words, table, no_detour{}, which);
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
