#include "app/interactive.hpp"

#include "app/terminal/plain_lines.hpp"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <unistd.h>

namespace tally {

namespace {

// Returns where prompts go, null if nobody is to be asked.
std::FILE* prompts() {
  if (!isatty(STDIN_FILENO))
    return nullptr;
  return isatty(STDOUT_FILENO) ? stdout : stderr;
}

ending converse_in_lines(aggregator_handle& totals,
                         const report_options& opts) {
  plain_lines lines{STDIN_FILENO, prompts()};
  return converse(totals, lines, std::cout, opts, isatty(STDOUT_FILENO) != 0);
}

} // namespace

ending converse_on_terminal(aggregator_handle& totals,
                            const report_options& opts) {
  auto result = converse_in_lines(totals, opts);
  // A shell and the system both tell of a hangup. The second time must not
  // keep the counts from getting out.
  if (result.signal != 0)
    std::signal(result.signal, SIG_IGN);
  return result;
}

} // namespace tally
