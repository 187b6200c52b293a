// Words listed by length. No processor can guess how long the next word is, and
// guessing wrong costs as much as a dozen instructions; so words are listed
// without a branch, and then all words of a list take the same way. Each word
// is written to the end of all lists, of which one grows. Where instructions
// pack those elements of a vector that a mask selects, they take eight or
// sixteen words at once.

#pragma once

#include "actors/text/byte_classes.hpp"
#include "actors/text/word_edges.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tally {

/// Takes no word out of a list before it is counted.
struct no_detour {
  constexpr bool operator()(std::string_view) const {
    return false;
  }
};

/// Tells whether the words of `Words` can be listed at once: their edges are
/// known and stand behind one another.
template <class Words, class Detour>
concept listed_at_once
    = std::same_as<Detour, no_detour> && requires(const Words& words) {
  words.edges();
};

/// Where some words start and end.
template <class Edges>
struct edge_list {
  static constexpr size_t capacity = 256; ///< A multiple of vectors.

  // Without initial values, to save time. Lists that hardly ever grow are
  // written to in one place only, which must not be where pages meet: that
  // takes as long as all the rest.
  alignas(64) std::array<Edges, capacity> items;
  size_t size = 0;

  std::span<const Edges> words() const noexcept {
    return {items.data(), size};
  }
};

/// Up to 256 words.
template <class Edges>
struct length_lists {
  static constexpr size_t capacity = edge_list<Edges>::capacity;
  static constexpr size_t num_others = 3;

  /// Words of at most eight bytes that do not end in NUL.
  edge_list<Edges> shorts;

  /// All others: those of at most 16 bytes, of at most 32, and of more.
  std::array<edge_list<Edges>, num_others> others;

  void clear() noexcept {
    shorts.size = 0;
    for (auto& x : others)
      x.size = 0;
  }

  /// Lists a word.
  void add(const Edges& word, bool ends_in_nul) noexcept {
    auto size = word.last - word.first;
    auto is_short = size <= 8 && !ends_in_nul;
    add_if(is_short, word, shorts);
    add_if(!is_short && size <= 16, word, others[0]);
    add_if(size > 16 && size <= 32, word, others[1]);
    add_if(size > 32, word, others[2]);
  }

private:
  static void add_if(bool wanted, const Edges& word, edge_list<Edges>& to) {
    to.items[to.size] = word;
    to.size += wanted;
  }
};

/// Lists words, of which none ends in NUL, in place of those listed before.
/// `edges` are where they start and end, in turns.
using list_by_length_function
    = void (*)(std::span<const uint16_t> edges, length_lists<word_edges>& to);

/// Returns the function for an instruction set, which must be available.
list_by_length_function list_by_length(instruction_set which);

} // namespace tally
