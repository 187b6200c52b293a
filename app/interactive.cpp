#include "app/interactive.hpp"

#include "app/output.hpp"
#include "app/terminal/history_file.hpp"
#include "app/terminal/line_editor.hpp"
#include "app/terminal/plain_lines.hpp"
#include "app/terminal/rescue.hpp"
#include "app/terminal/state_folder.hpp"
#include "app/terminal/visible_text.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <poll.h>
#include <unistd.h>

namespace tally {

namespace {

// Returns where prompts go, null if nobody is to be asked.
std::FILE* prompts() {
  if (!isatty(STDIN_FILENO))
    return nullptr;
  return isatty(STDOUT_FILENO) ? stdout : stderr;
}

// Returns null if the terminal is not up to it.
std::unique_ptr<line_source> editor(aggregator_handle& totals,
                                    std::FILE* screen) {
  if (!screen || !isatty(fileno(screen)) || !libedit::is_possible(screen))
    return nullptr;
  return std::make_unique<line_editor>(
      screen, [&](std::string_view line) { return complete(totals, line); },
      history_path(std::getenv("TALLY_HISTFILE"), std::getenv("XDG_STATE_HOME"),
                   std::getenv("HOME")));
}

void tell_of_rescued(std::FILE* screen) {
  for (auto& path : rescued(state_folder())) {
    auto file = visible(path);
    std::fprintf(screen,
                 "A terminal went away before its counts were printed.\n"
                 "':load %s' adds them. Delete the file to end this notice.\n",
                 file.c_str());
  }
}

} // namespace

ending converse_on_terminal(aggregator_handle& totals,
                            const counting_rules& rules,
                            const report_options& opts) {
  auto screen = prompts();
  auto lines = editor(totals, screen);
  if (screen)
    tell_of_rescued(screen);
  if (!lines)
    lines = std::make_unique<plain_lines>(STDIN_FILENO, screen);
  auto ended = converse(totals, *lines, std::cout, rules, opts,
                        isatty(STDOUT_FILENO) != 0);
  if (ended.signal == 0 && !finish_stdout("answers"))
    ended.complete = false;
  return ended;
}

void rescue_counts(aggregator_handle& totals) {
  pollfd screen{STDOUT_FILENO, 0, 0};
  if (poll(&screen, 1, 0) < 0 || (screen.revents & POLLHUP) == 0)
    return;
  if (auto counts = totals.get_counts())
    rescue(std::move(*counts), state_folder());
}

} // namespace tally
