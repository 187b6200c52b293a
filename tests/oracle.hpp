#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally::test {

/// The white space of Unicode 15 (PropList.txt), each character in UTF-8.
const std::vector<std::string>& white_space();

/// Counts the words of `text` the slow and obvious way.
std::map<std::string, uint64_t> words_of(std::string_view text);

/// Puts the most frequent word first, and words that are as frequent in the
/// order of their bytes.
std::vector<std::pair<std::string, uint64_t>>
ranked(const std::map<std::string, uint64_t>& counts);

/// What tally has to print for `text` without any options.
std::string expected_counts(std::string_view text);

/// Tells the first line in which two reports differ; empty if they are equal.
std::string difference(std::string_view got, std::string_view expected);

} // namespace tally::test
