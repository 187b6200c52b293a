#pragma once

#include "actors/aggregator_handle.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// What Tab offers.
struct completion {
  /// What is sure to follow what was typed.
  std::wstring rest;
  /// Whole words to choose from, the most frequent first.
  std::vector<std::string> choices;
};

/// Completes the last word of `line`, the part of a line before the cursor: a
/// command if it is the line's first word and starts with a colon, else a word
/// already counted.
completion complete(aggregator_handle& totals, std::string_view line);

/// Returns as many of `words` as are worth showing, in columns that fit into
/// `width`. What a terminal might obey is made visible.
std::string in_columns(const std::vector<std::string>& words, size_t width);

} // namespace tally
