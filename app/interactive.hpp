#pragma once

#include "actors/aggregator_handle.hpp"

#include <iosfwd>

namespace tally {

/// Counts the words of each line of `in` and answers on `out` how often each
/// occurred so far, until a line holds nothing but "quit" or `in` ends. Such a
/// line that starts with backslashes loses one of them and counts as a word.
/// Asks for the next line on `prompts` unless that is null. Returns whether
/// every word was counted.
bool converse(aggregator_handle& totals, std::istream& in, std::ostream& out,
              std::ostream* prompts);

} // namespace tally
