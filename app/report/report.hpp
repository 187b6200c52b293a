#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/output.hpp"
#include "app/report/report_options.hpp"

#include <cstddef>
#include <string>

namespace tally {

/// Returns the report of a few `counts` for a `screen`.
std::string report(word_counts counts, const report_options& opts,
                   const screen& seen_on = {});

/// Takes all counts from `totals` and writes the report, on `threads` threads.
/// Tells a person at the terminal what was left out. Complains about what goes
/// wrong; returns whether nothing did.
bool print_report(caf::actor_system& sys, aggregator_handle& totals,
                  const report_options& opts, size_t threads, output& to);

} // namespace tally
