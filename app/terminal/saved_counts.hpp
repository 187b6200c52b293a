#pragma once

#include "messages/payload.hpp"

#include <string>
#include <variant>

namespace tally {

/// Reads counts that were saved as tsv: lines COUNT<TAB>WORD. Returns a whole
/// sentence that tells what is wrong if a line is anything else.
std::variant<word_counts, std::string> load_counts(const std::string& path);

} // namespace tally
