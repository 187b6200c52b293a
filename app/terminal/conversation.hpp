#pragma once

#include "app/terminal/session.hpp"

namespace tally {

/// Counts the words of each line of `lines`, or does what the line asks for,
/// and answers on `out`, until there are no more lines or "quit" is one.
/// `rules` tell what a word is, `opts` tell how lists of counts look; what
/// might control a terminal is made visible `on_terminal`.
ending converse(aggregator_handle& totals, line_source& lines,
                std::ostream& out, const counting_rules& rules,
                const report_options& opts, bool on_terminal);

} // namespace tally
