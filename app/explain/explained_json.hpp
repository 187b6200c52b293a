#pragma once

#include "app/explain/explained_word.hpp"
#include "app/report/rule_list.hpp"

#include <string>
#include <vector>

namespace tally {

/// Returns an object with the member `rules`, by which words are counted, and
/// `words`, an array with an object for each word. Always valid UTF-8.
std::string explained_json(const std::vector<explained_word>& words,
                           const rule_list& rules);

} // namespace tally
