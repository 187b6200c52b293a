#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tally {

/// What counts depend on besides the text, as names and values in the order in
/// which they are told. Only counts made by the same rules can be added up.
using counting_rules = std::vector<std::pair<std::string, std::string>>;

/// Returns the rules that this program counts by.
inline counting_rules current_rules() {
  return {{"words", "space"}};
}

} // namespace tally
