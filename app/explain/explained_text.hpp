#pragma once

#include "app/explain/explained_word.hpp"
#include "app/report/report_options.hpp"
#include "app/report/screen.hpp"

#include <string>
#include <vector>

namespace tally {

/// Lays out `words` in the format of `opts`. In tables, a line for each word is
/// followed by lines for its spellings. In tsv and csv there is a line of
/// count, word, spelling and rules for each spelling, or one with the count 0
/// and no spelling for a word without any. In json, each word is an object with
/// the array of its spellings.
std::string explained_text(const std::vector<explained_word>& words,
                           const report_options& opts, const screen& seen_on);

} // namespace tally
