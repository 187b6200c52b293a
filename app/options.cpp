#include "app/options.hpp"

#include "app/diagnostics.hpp"
#include "app/explain/explain_options.hpp"
#include "app/operands.hpp"
#include "app/option_kinds.hpp"
#include "app/output.hpp"
#include "app/rule_options.hpp"
#include "messages/caf_compat.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>
#include <sched.h>
#include <unistd.h>

namespace tally {

namespace {

constexpr size_t max_threads = 512;

constexpr auto description
    = "Counts how often each word occurs in FILEs or standard input, and asks "
      "for words\nwhere standard input is a terminal.";

constexpr auto footer
    = "'tally merge FILE...' adds up counts that tally saved as tsv, csv or "
      "json.\n"
      "'tally explain WORD...' tells which spellings count as WORD, and why.\n"
      "A word is a run of anything but Unicode white space, byte for byte,\n"
      "unless options tell otherwise.\n"
      "Input may be compressed (gzip, bzip2, xz, zstd) or UTF-16 with a mark.\n"
      "Exit status: 0 all well, 1 some input or output failed, 2 wrong usage,\n"
      "130 stopped by Ctrl-C, which prints the counts so far.";

size_t usable_cores() {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof(cores), &cores) != 0)
    return 1;
  return std::min<size_t>(CPU_COUNT(&cores), max_threads);
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
  app.add_flag("--by-file", opts.by_file,
               "Also print how often each word occurs in each FILE");
  add_choice<color_choice>(app, "--color", opts.report.color,
                           {{"always", color_choice::always},
                            {"auto", color_choice::automatic},
                            {"never", color_choice::never}},
                           "Color tables 'always', 'never' or 'auto'matically")
      ->option_text("WHEN [auto]");
  add_text(app, "-o,--output", opts.output, "Write the counts to FILE",
           "Name a FILE for the counts, or leave the option out")
      ->option_text("FILE");
}

void add_input_options(CLI::App& app, options& opts) {
  // For the help. Real ones are found by `take_operands`; what is left is a
  // number such as -5.
  app.add_option_function<std::vector<std::string>>(
         "FILE",
         [](const std::vector<std::string>& left) {
           throw CLI::ExtrasError{left};
         },
         "Files to count, - for standard input")
      ->option_text("...");
  add_number<size_t>(app, "-j,--threads", opts.threads, 1, max_threads,
                     "Count on N threads at once")
      ->option_text("N [one per core]");
  app.add_flag("--interactive", opts.interactive,
               "Ask for words, after counting FILEs if there are any;\n"
               "type :help there for its commands");
}

void add_message_options(CLI::App& app, options& opts) {
  app.add_flag("--stats", opts.stats,
               "Tell on standard error how much was read and counted");
  app.add_flag_callback(
      "--no-progress", [&] { opts.progress = false; },
      "Show no progress on a terminal");
}

/// Returns a sentence on what is wrong with the command line.
std::string explain(const CLI::App& app, const CLI::ParseError& err) {
  std::string what = err.what();
  if (dynamic_cast<const CLI::ExtrasError*>(&err))
    what = "There is no option " + what.substr(what.rfind(' ') + 1);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&err)) {
    auto name = what.substr(0, what.find(':'));
    auto again = app.get_option(name)->count() > 1;
    what = name + (again ? " may be given only once" : " needs a value");
  }
  return what + ". Try 'tally --help'.";
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
  rule_options rules{app, opts.rules};
  explain_options explained{app, opts};
  add_message_options(app, opts);
  try {
    std::vector<std::string> args{argv + 1, argv + argc};
    take_operands(app, args, opts);
    std::reverse(args.begin(), args.end()); // as CLI11 wants them
    app.parse(std::move(args));
    check_operands(app, opts);
    rules.complete();
    explained.complete();
    opts.report.rules = told(opts.rules);
  } catch (const CLI::ParseError& err) {
    if (err.get_exit_code() == 0) {
      app.exit(err);
      return finish_stdout("that was asked for") ? exit_status::success
                                                 : exit_status::failure;
    }
    complain(explain(app, err));
    return exit_status::usage;
  } catch (const std::exception& err) {
    complain(err.what());
    return exit_status::usage;
  }
  complete(opts, app.count("--format") > 0);
  return opts;
}

} // namespace tally
