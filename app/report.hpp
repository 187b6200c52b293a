#pragma once

#include "actors/word_order.hpp"
#include "messages/payload.hpp"

#include <cstdint>
#include <limits>
#include <string>

namespace tally {

/// How counts are laid out as text.
enum class format : uint8_t {
  tsv,   ///< A line `count<TAB>word` each.
  table, ///< Columns for the eye, with a heading.
};

/// Which counts are reported, and how.
struct report_options {
  uint64_t top = std::numeric_limits<uint64_t>::max();
  uint64_t min_count = 0;
  order sort = order::count;
  format layout = format::tsv;
};

/// Returns the report of `counts` as text, empty where nothing is left to
/// report.
std::string report(word_counts counts, const report_options& opts);

} // namespace tally
