#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/output.hpp"
#include "messages/ranking.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tally {

/// How counts are laid out as text.
enum class format : uint8_t {
  tsv,   ///< A line `count<TAB>word` each.
  table, ///< Columns for the eye, with a heading.
};

/// The formats by the names that a person gives them.
inline constexpr std::pair<std::string_view, format> format_names[]
    = {{"table", format::table}, {"tsv", format::tsv}};

/// Returns the format with the name `name`, if there is one.
std::optional<format> format_named(std::string_view name);

/// Which counts are reported, and how.
struct report_options {
  ranking_rules ranking;
  format layout = format::tsv;
  bool on_terminal = false; ///< What a terminal might obey is made visible.
};

/// Returns what comes before the words; nothing where there are none.
std::string heading(format layout, const ranking_summary& summary);

/// Returns the function that lays out the words.
render_function renderer(const report_options& opts,
                         const ranking_summary& summary);

/// Returns the report of a few `counts`.
std::string report(word_counts counts, const report_options& opts);

/// Writes the report of `table` on `threads` threads; empties the table.
caf::error print_table(caf::scoped_actor& self, word_table& table,
                       const report_options& opts, size_t threads, output& to);

/// Takes all counts from `totals` and writes the report, on `threads` threads.
/// Complains about what goes wrong; returns whether nothing did.
bool print_report(caf::actor_system& sys, aggregator_handle& totals,
                  const report_options& opts, size_t threads, output& to);

} // namespace tally
