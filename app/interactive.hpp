#pragma once

#include "app/terminal/conversation.hpp"

namespace tally {

/// Holds a conversation with whoever types on standard input, whose words are
/// found by `rules`. Answers on standard output; prompts, only where a terminal
/// is typed on, go there too or, if it is no terminal, to standard error.
ending converse_on_terminal(aggregator_handle& totals,
                            const counting_rules& rules,
                            const report_options& opts);

/// Saves the counts where the next conversation finds them, if standard output
/// is a terminal that is gone.
void rescue_counts(aggregator_handle& totals);

} // namespace tally
