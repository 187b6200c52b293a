#pragma once

#include "messages/rules.hpp"
#include "tests/word_oracle.hpp"

#include <string_view>

namespace tally::test {

/// Counts the words of a whole text by the rules, the slowest, plainest way:
/// spells and filters word by word.
counts count_plainly(std::string_view text, const counting_rules& rules);

/// For each word, how often it is written in which way.
using spelling_counts = std::map<std::string, counts>;

/// Counts the spellings of all words of a text, just as plainly.
spelling_counts count_spellings_plainly(std::string_view text,
                                        const counting_rules& rules);

} // namespace tally::test
