// Sorts words as numbers. Eight bytes of a word are a number, and so is its
// count, which comes first if the order asks for that. Numbers are not compared
// but dealt: the range they span is cut into about as many slots as there are
// numbers, 2048 at most, and each goes to its slot at once. What then shares a
// slot is dealt again or, if it is little, compared. Many words whose numbers
// are all the same go on with their next eight bytes, so that what they share
// is not compared again and again.

#pragma once

#include "actors/table/word_record.hpp"
#include "messages/ranking.hpp"

#include <vector>

namespace tally {

/// Puts words in order. Throws `std::bad_alloc`.
void sort(std::vector<const word_record*>& words, order by);

} // namespace tally
