#include "app/terminal/commands.hpp"

#include "app/diagnostics.hpp"
#include "app/output.hpp"
#include "app/saved/saved_counts.hpp"
#include "app/terminal/line_meaning.hpp"

#include <algorithm>
#include <sstream>

namespace tally {

namespace {

constexpr size_t default_top = 10;

struct word_and_number {
  uint64_t n;
  std::string word;
};

// The word is found by the rules of `with`; there has to be a single one.
std::optional<word_and_number> word_and_number_in(session& with,
                                                  const std::string& text) {
  auto space = std::min(text.find_first_of(" \t"), text.size());
  auto word = std::min(text.find_first_not_of(" \t", space), text.size());
  auto n = number_in(std::string_view{text}.substr(0, space));
  auto words = with.words_in(std::string_view{text}.substr(word));
  if (!n || *n == 0 || words.size() != 1)
    return std::nullopt;
  return word_and_number{*n, words.front()};
}

std::string usage(const command& x) {
  auto text = std::string{x.name};
  return x.arguments.empty() ? text : text.append(" ").append(x.arguments);
}

// On a narrow terminal, what a command does has rows of its own.
bool help(session& with, const std::string&) {
  size_t widest = 0;
  size_t longest = 0;
  for (auto& x : commands()) {
    widest = std::max(widest, usage(x).size());
    longest = std::max(longest, x.help.size());
  }
  auto is_narrow = widest + 2 + longest > with.width();
  std::string text;
  for (auto& x : commands()) {
    auto how = usage(x);
    is_narrow ? how.append("\n  ") : how.append(widest + 2 - how.size(), ' ');
    text.append(how).append(x.help).append("\n");
  }
  with.say(text
           + "Words on any other line are counted. To count ':help' or 'quit', "
             "type '\\:help' or '\\quit'.");
  return true;
}

bool top(session& with, const std::string& arguments) {
  auto n = arguments.empty() ? default_top : number_in(arguments);
  if (n)
    with.print_top(*n);
  return n.has_value();
}

bool count(session& with, const std::string& arguments) {
  auto words = with.words_in(arguments);
  for (auto& word : words)
    if (auto n = with.checked(with.totals().get_count(word)))
      with.say("Word: " + with.shown(word) + ',',
               "count is " + std::to_string(*n));
  return !words.empty();
}

bool totals_of(session& with, const std::string& arguments) {
  if (!arguments.empty())
    return false;
  if (auto all = with.checked(with.totals().get_stats()))
    with.say(number_of_words(all->tokens) + ", " + std::to_string(all->distinct)
             + " different");
  return true;
}

bool undo(session& with, const std::string& arguments) {
  if (arguments.empty())
    with.undo();
  return arguments.empty();
}

bool add(session& with, const std::string& arguments) {
  auto what = word_and_number_in(with, arguments);
  if (what && with.add({{what->word, what->n}}))
    if (auto now = with.checked(with.totals().get_count(what->word)))
      with.answer("Added", what->word, *now);
  return what.has_value();
}

bool take(session& with, const std::string& arguments) {
  auto what = word_and_number_in(with, arguments);
  if (what)
    with.take(what->word, what->n);
  return what.has_value();
}

bool reset(session& with, const std::string& arguments) {
  if (!arguments.empty())
    return false;
  if (with.confirm("Forget all counts?"))
    with.reset();
  else
    with.say("Nothing was forgotten.");
  return true;
}

struct target {
  std::string path;
  format layout = format::tsv;
};

// A format is the last word, after a name that may hold spaces.
target target_in(const std::string& text) {
  auto words = words_of(text);
  auto layout = words.size() > 1 ? format_named(words.back()) : std::nullopt;
  if (!layout)
    return {text};
  auto path = text.substr(0, text.size() - words.back().size());
  return {path.substr(0, path.find_last_not_of(" \t") + 1), *layout};
}

bool save(session& with, const std::string& arguments) {
  if (arguments.empty())
    return false;
  auto [path, layout] = target_in(arguments);
  auto counts = with.checked(with.totals().get_counts());
  if (!counts)
    return true;
  auto words = counts->size();
  output to{path};
  to.write(report(std::move(*counts), with.saved_as(layout)));
  if (to.finish())
    with.say("Saved the counts of " + number_of_words(words) + " to \'"
             + with.shown(path) + "'.");
  else
    with.mark_incomplete();
  return true;
}

// Counts whose rules nobody tells are taken for those of ours.
std::optional<word_counts> counts_in(session& with, const std::string& path) {
  auto loaded = load_counts(path);
  if (auto wrong = std::get_if<std::string>(&loaded)) {
    with.fail(*wrong + " Nothing was added.");
    return std::nullopt;
  }
  auto& [counts, rules] = std::get<saved_counts>(loaded);
  if (rules && !with.rules().empty() && *rules != with.rules()) {
    with.fail(
        "'" + path
        + "' was counted by other rules than those here. Start tally with "
          "the same options to load it. Nothing was added.");
    return std::nullopt;
  }
  return std::move(counts);
}

bool load(session& with, const std::string& arguments) {
  if (arguments.empty())
    return false;
  auto counts = counts_in(with, arguments);
  auto added = counts ? with.add(std::move(*counts)) : std::nullopt;
  if (added)
    with.say("Added " + number_of_words(added->tokens) + " from \'"
             + with.shown(arguments) + "', " + std::to_string(added->distinct)
             + " of them different.");
  return true;
}

bool quit(session& with, const std::string& arguments) {
  if (arguments.empty())
    with.quit();
  return arguments.empty();
}

constexpr command table[] = {
    {":help", "", "list the commands", help},
    {":top", "[N]", "print the N most frequent words, 10 if not told", top},
    {":count", "WORD...", "print how often each WORD occurred", count},
    {":totals", "", "print how many words were counted", totals_of},
    {":undo", "", "undo the last line; again, the one before", undo},
    {":add", "N WORD", "count N more occurrences of WORD", add},
    {":take", "N WORD", "take back N occurrences of WORD", take},
    {":reset", "", "forget all counts, after asking", reset},
    {":save", "FILE [FORMAT]", "save the counts, as tsv if not told", save},
    {":load", "FILE", "add counts that were saved as tsv, csv or json", load},
    {":quit", "", "end with the final counts, as 'quit' does", quit},
};

} // namespace

std::span<const command> commands() {
  return table;
}

void run_command(session& with, const std::string& name,
                 const std::string& arguments) {
  auto found = std::ranges::find(commands(), name, &command::name);
  if (found == commands().end())
    complain("There is no command '" + name + "'. Type ':help' for"
             + " those there are, or '\\" + name + "' to count it as a word.");
  else if (!found->run(with, arguments))
    complain("Type '" + usage(*found) + "' to " + std::string{found->help}
             + ".");
}

} // namespace tally
