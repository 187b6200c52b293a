// Words on their way into a small table, which lies in the processor's caches.
// Where short words can be located many at a time, they are listed by length
// first; else each word goes into the table before the next one is looked at.

#pragma once

#include "actors/table/bytes.hpp"
#include "actors/table/front_table.hpp"
#include "actors/table/length_lists.hpp"
#include "actors/table/locate_shorts.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace tally::detail {

// Adds words but those that `detour` takes. If none ends in NUL, short words
// need no check.
template <bool HasNul, class Words, class Detour>
void count_each_in_small(const Words& words, word_table& table, Detour detour) {
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
    table.add_to_shard({from, size}, 1);
  }
}

// Adds words of which none ends in NUL.
template <class Words>
void count_lists_in_small(const Words& words, word_table& table,
                          list_by_length_function list,
                          locate_shorts_function locate) {
  front_table::adder front{table.front()};
  auto base = words.base();
  length_lists<word_edges> lists;
  static_assert(lists.capacity <= located_shorts::capacity);
  for (auto edges = words.edges(); !edges.empty();) {
    auto n = std::min(edges.size(), 2 * lists.capacity);
    list(edges.first(n), lists);
    edges = edges.subspan(n);
    front.add_shorts(base, lists.shorts.words(), locate);
    for (auto [first, last] : lists.others[0].words())
      front.add_middle(load8(base + first),
                       load_key(base + first + 8, last - first - 8u), 1);
    for (auto& others : std::span{lists.others}.subspan(1))
      for (auto [first, last] : others.words())
        table.add_to_shard({base + first, static_cast<size_t>(last - first)},
                           1);
  }
}

// Adds words to a table that `stays_small`, but those that `detour` takes.
template <bool HasNul, class Words, class Detour>
void count_in_small(const Words& words, word_table& table, Detour detour,
                    instruction_set which) {
  if constexpr (!HasNul && listed_at_once<Words, Detour>)
    if (auto locate = locate_shorts(which))
      return count_lists_in_small(words, table, list_by_length(which), locate);
  count_each_in_small<HasNul>(words, table, detour);
}

} // namespace tally::detail
