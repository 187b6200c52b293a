// Sorts words as numbers. As much of a word's rank as eight bytes hold is its
// place: the count, if the order asks for that, and its first bytes. Many words
// whose places are the same go on with the next eight bytes of each, so that
// what they share is not compared again and again.

#pragma once

#include "actors/table/place_sort.hpp"
#include "messages/ranking.hpp"

#include <cstdint>
#include <functional>
#include <span>

namespace tally {

/// Returns the place of a word. Words with different places are ranked as these
/// are; all others are the same as far as the place tells.
uint64_t place_of(const ranked_word& x, order by);

/// Takes the next words in order. Returns whether it wants more.
using ranked_words_function
    = std::function<bool(std::span<const ranked_word> words)>;

/// Puts words, each with its place, in order, and passes them to `f`, some
/// thousand at a time, while their records are in the processor's caches.
void sort(std::span<placed_record> words, order by,
          const ranked_words_function& f);

} // namespace tally
