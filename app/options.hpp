#pragma once

#include "app/exit_status.hpp"
#include "app/report/report.hpp"
#include "messages/rules.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tally {

/// The command line, checked and with all defaults filled in.
struct options {
  std::vector<std::string> inputs; ///< Files to count, "-" for stdin.
  bool merge = false;              ///< The inputs are counts saved earlier.
  bool explain = false;            ///< The words are to be explained.
  std::vector<std::string> words;  ///< Those, as they are counted, each once.
  bool interactive = false;        ///< Prompt for words.
  bool by_file = false;            ///< Tell what was counted in each input.
  bool progress = true;            ///< Show it on a terminal.
  bool stats = false;              ///< Tell how much was read and counted.
  size_t threads = 1;              ///< Counters to run, at least 1.
  counting_rules rules;
  report_options report;
  std::string output; ///< File for the counts, empty for stdout.
};

/// Reads the command line. Prints help, version or what is wrong, and returns
/// the exit status, where there is nothing more to do.
std::variant<options, exit_status> parse_options(int argc, char** argv);

} // namespace tally
