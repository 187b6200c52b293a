#pragma once

#include "tests/word_oracle.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally::test {

/// Puts the most frequent word first, and words that are as frequent in the
/// order of their bytes.
std::vector<std::pair<std::string, uint64_t>> ranked(const counts& words);

/// Returns what tally has to print for these counts.
std::string as_tsv(const counts& words);

/// Returns what tally has to print for `text` without any options.
std::string expected_counts(std::string_view text);

/// Tells the first line in which two reports differ; empty if they are equal.
std::string difference(std::string_view got, std::string_view expected);

} // namespace tally::test
