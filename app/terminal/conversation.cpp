#include "app/terminal/conversation.hpp"

#include "app/diagnostics.hpp"
#include "app/terminal/commands.hpp"
#include "app/terminal/line_meaning.hpp"

#include <ostream>

namespace tally {

namespace {

const std::string prompt = "Enter a word: ";

void obey(session& with, const std::string& line) {
  auto meaning = meaning_of(line);
  switch (meaning.what) {
  case line_meaning::kind::quit:
    return with.quit();
  case line_meaning::kind::command:
    return run_command(with, meaning.command, meaning.arguments);
  case line_meaning::kind::words:
    return with.count(meaning.text);
  }
}

void react(session& with, line_source& lines, const entry& typed) {
  switch (typed.what) {
  case entry::kind::line:
    lines.remember(typed.text);
    return obey(with, typed.text);
  case entry::kind::paste:
    return with.count_text(typed.text);
  case entry::kind::interrupt:
    return with.say("To leave, type 'quit' or press Ctrl-D.");
  case entry::kind::end:
    if (typed.error != 0)
      with.fail("standard input cannot be read: " + system_reason(typed.error)
                + ". What could be read was counted.");
    return with.quit();
  case entry::kind::signal:
    return with.quit(typed.signal);
  }
}

} // namespace

ending converse(aggregator_handle& totals, line_source& lines,
                std::ostream& out, const counting_rules& rules,
                const report_options& opts, bool on_terminal) {
  session with{totals, lines, out, rules, opts, on_terminal};
  while (!with.has_ended()) {
    react(with, lines, lines.next(prompt));
    out.flush();
  }
  return with.result();
}

} // namespace tally
