#include "app/options.hpp"

#include "app/diagnostics.hpp"
#include "messages/caf_compat.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <sched.h>
#include <unistd.h>

namespace tally {

namespace {

constexpr size_t max_threads = 512;

constexpr auto description
    = "Counts how often each word occurs in FILEs or standard input, and asks "
      "for words\nwhere standard input is a terminal.";

constexpr auto footer
    = "A word is a run of anything but Unicode white space, byte for byte.\n"
      "Input may be compressed (gzip, bzip2, xz, zstd) or UTF-16 with a mark.\n"
      "Exit status: 0 all well, 1 some input or output failed, 2 wrong usage.";

size_t usable_cores() {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof(cores), &cores) != 0)
    return 1;
  return std::min<size_t>(CPU_COUNT(&cores), max_threads);
}

/// Adds an option that takes a decimal number of at least `least`.
template <class T>
CLI::Option* add_number(CLI::App& app, const std::string& names, T& target,
                        T least, T most, const std::string& help) {
  auto store = [=, &target](const std::string& text) {
    auto end = text.data() + text.size();
    auto [rest, error] = std::from_chars(text.data(), end, target);
    if (error != std::errc{} || rest != end || target < least || target > most)
      throw CLI::ValidationError{names.substr(names.find(',') + 1),
                                 "'" + text + "' is not a number from "
                                     + std::to_string(least) + " to "
                                     + std::to_string(most)};
  };
  return app.add_option_function<std::string>(names, store, help);
}

/// Adds an option that takes one of the keys of `choices`.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& names, T& target,
                        const std::map<std::string, T>& choices,
                        const std::string& help) {
  std::vector<std::string> keys;
  for (auto& [key, value] : choices)
    keys.push_back(key);
  auto store = [&target, choices](const std::string& key) {
    target = choices.at(key);
  };
  return app.add_option_function<std::string>(names, store, help)
      ->check(CLI::IsMember(keys).description(""));
}

void add_report_options(CLI::App& app, options& opts) {
  constexpr auto most = std::numeric_limits<uint64_t>::max();
  add_number<uint64_t>(app, "-n,--top", opts.report.ranking.top, 0, most,
                       "Print the first N words only")
      ->option_text("N");
  add_number<uint64_t>(app, "-m,--min-count", opts.report.ranking.min_count, 0,
                       most, "Leave out words that occur less than N times")
      ->option_text("N");
  add_choice<order>(app, "-s,--sort", opts.report.ranking.by,
                    {{"count", order::count}, {"word", order::word}},
                    "Sort by 'count', most frequent first, or by 'word'")
      ->option_text("KEY [count]");
  add_choice<format>(app, "-f,--format", opts.report.layout,
                     {std::begin(format_names), std::end(format_names)},
                     "Print a 'table', 'csv', 'json' or 'tsv', a line "
                     "COUNT<tab>WORD each")
      ->option_text("FORMAT [table on a terminal, else tsv]");
  app.add_flag("--percent", opts.report.percent,
               "Print the share of each word");
  app.add_flag("--cumulative", opts.report.cumulative,
               "Print the share of all words so far");
  app.add_flag("--other", opts.report.other, "Sum up the words left out");
  add_choice<color_choice>(app, "--color", opts.report.color,
                           {{"always", color_choice::always},
                            {"auto", color_choice::automatic},
                            {"never", color_choice::never}},
                           "Color tables 'always', 'never' or 'auto'matically")
      ->option_text("WHEN [auto]");
  app.add_option("-o,--output", opts.output, "Write the counts to FILE")
      ->option_text("FILE");
}

void add_input_options(CLI::App& app, options& opts) {
  app.add_option("FILE", opts.inputs, "Files to count, - for standard input")
      ->option_text("...");
  add_number<size_t>(app, "-j,--threads", opts.threads, 1, max_threads,
                     "Count on N threads at once")
      ->option_text("N [one per core]");
  app.add_flag("--interactive", opts.interactive,
               "Ask for words, after counting FILEs if there are any");
}

std::string version() {
  return "tally " TALLY_VERSION " (CAF " + caf_version() + ")";
}

/// Fills in the defaults that depend on the terminal.
void complete(options& opts, bool has_format) {
  if (opts.inputs.empty() && isatty(STDIN_FILENO))
    opts.interactive = true;
  if (opts.inputs.empty() && !opts.interactive)
    opts.inputs.push_back("-");
  if (!has_format && opts.output.empty() && isatty(STDOUT_FILENO))
    opts.report.layout = format::table;
}

} // namespace

std::variant<options, exit_status> parse_options(int argc, char** argv) {
  options opts;
  opts.threads = usable_cores();
  CLI::App app{description, "tally"};
  app.footer(footer);
  app.set_version_flag("--version", version(), "Print the version and exit");
  add_input_options(app, opts);
  add_report_options(app, opts);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& err) {
    if (err.get_exit_code() == 0) {
      app.exit(err);
      return exit_status::success;
    }
    complain(std::string{err.what()} + ". Try 'tally --help'.");
    return exit_status::usage;
  }
  complete(opts, app.count("--format") > 0);
  return opts;
}

} // namespace tally
