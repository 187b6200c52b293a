#pragma once

#include "app/explain/explained_word.hpp"
#include "app/report/screen.hpp"

#include <string>
#include <vector>

namespace tally {

/// Returns a line for each word, and below it one for each of its spellings.
std::string explained_table(const std::vector<explained_word>& words,
                            const screen& seen_on);

} // namespace tally
