// From a block of text to counts, for words between white space.

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
