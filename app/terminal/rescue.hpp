#pragma once

#include "messages/payload.hpp"

#include <string>
#include <vector>

namespace tally {

/// Saves counts whose terminal is gone, as tsv, in a new file in `folder` that
/// nobody else can read. Returns whether it could.
bool rescue(word_counts counts, const std::string& folder);

/// Returns the paths of the files that `rescue` left in `folder`, in the order
/// of their names.
std::vector<std::string> rescued(const std::string& folder);

} // namespace tally
