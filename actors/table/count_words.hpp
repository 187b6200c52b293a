// From a block of text to counts: the loop that most of tally's time is spent
// in. While a table is small it lies in the processor's caches, and each word
// goes straight into it. A large table lies in memory, which takes a hundred
// times longer to answer; then the words of a piece go through in steps. The
// first computes all hashes and has the memory fetch the slots they lead to,
// so that hundreds of accesses overlap; the next does so for the records of
// long words; the last counts.

#pragma once

#include "actors/table/word_table.hpp"
#include "actors/text/word_scanner.hpp"

#include <string_view>

namespace tally {

/// Adds the words of `block` to `table`. The block must be followed by
/// `block_padding` readable bytes. Throws what `word_table::add` throws; some
/// of the words are then counted.
void count_words(std::string_view block, word_table& table,
                 instruction_set which = best_instruction_set());

} // namespace tally
