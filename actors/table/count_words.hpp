// From a block of text to counts, for words between white space.

#pragma once

#include "actors/table/word_table.hpp"
#include "actors/text/word_scanner.hpp"

#include <string_view>

namespace tally {

/// Adds the words of `block` to `table` and returns how many there were. The
/// block must be followed by `block_padding` readable bytes. Some words may
/// wait for `word_table::settle`. Throws what `word_table::add` throws; some of
/// the words are then counted.
uint64_t count_words(std::string_view block, word_table& table,
                     instruction_set which = best_instruction_set());

} // namespace tally
