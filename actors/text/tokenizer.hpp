// What a word is, in its plainest form: a run of bytes without white space.
// For input too small to be worth a `word_scanner`, and for cutting input.

#pragma once

#include "actors/text/white_space.hpp"

#include <cstddef>
#include <string_view>

namespace tally {

/// Calls `f(word)` for each word of `text`.
template <class F>
void for_each_word(std::string_view text, F f) {
  auto i = text.data();
  auto last = i + text.size();
  while (i != last) {
    auto first = i;
    size_t space = 0;
    while (i != last && (space = space_size(i, last)) == 0)
      ++i;
    if (i != first)
      f(std::string_view{first, static_cast<size_t>(i - first)});
    i += space;
  }
}

/// Returns the length of the longest prefix of `text` that ends right after
/// white space, or 0. Input cut there has no word cut in two.
size_t cut_point(std::string_view text);

} // namespace tally
