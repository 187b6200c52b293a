#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/output.hpp"
#include "messages/ranking.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tally {

/// How counts are laid out as text.
enum class format : uint8_t {
  tsv,   ///< A line `count<TAB>word` each.
  table, ///< Columns for the eye, with a heading.
};

/// Which counts are reported, and how.
struct report_options {
  ranking_rules ranking;
  format layout = format::tsv;
};

/// Returns what comes before the words; nothing where there are none.
std::string heading(format layout, const ranking_summary& summary);

/// Returns the function that lays out the words.
render_function renderer(format layout, const ranking_summary& summary);

/// Takes all counts from `totals` and writes the report, on `threads` threads.
/// Complains about what goes wrong; returns whether nothing did.
bool print_report(caf::actor_system& sys, aggregator_handle& totals,
                  const report_options& opts, size_t threads, output& to);

} // namespace tally
