#pragma once

#include "messages/rules.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tally {

/// Rules of counting, as names and values in the order in which they are told.
/// Only counts made by the same rules can be added up.
using rule_list = std::vector<std::pair<std::string, std::string>>;

/// Returns `rules` as they are told: how words are found and spelled, and what
/// else matters to them.
rule_list told(const counting_rules& rules);

} // namespace tally
