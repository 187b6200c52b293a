#include "app/operands.hpp"

#include <CLI/CLI.hpp>

#include <stdexcept>
#include <unistd.h>

namespace tally {

namespace {

bool takes_value(const CLI::App& app, const std::string& name) {
  auto option = app.get_option_no_throw(name);
  return option && option->get_items_expected_min() > 0;
}

// Returns whether the argument after the option `arg` is its value.
bool takes_next(const CLI::App& app, const std::string& arg) {
  if (arg.starts_with("--"))
    return takes_value(app, arg);
  for (size_t i = 1; i < arg.size(); ++i)
    if (takes_value(app, {'-', arg[i]}))
      return i + 1 == arg.size();
  return false;
}

// Where words are typed as well, rules are for those.
void check_merge(const CLI::App& app, const options& opts) {
  if (opts.inputs.empty())
    throw std::invalid_argument{"Name the FILEs to merge, - for standard "
                                "input. Try 'tally --help'."};
  refuse_options(app, "tally merge", {"--by-file", "--stats"});
  if (!opts.interactive)
    refuse_options(app, "tally merge",
                   {"--words", "--ignore-case", "--normalize", "--stop-words",
                    "--min-length", "--max-length", "--match", "--exclude",
                    "--ngram"});
}

} // namespace

void take_operands(const CLI::App& app, std::vector<std::string>& args,
                   options& opts) {
  auto is_value = false;
  auto are_all = false;
  std::erase_if(args, [&](const std::string& arg) {
    if (!is_value && arg == "--" && !are_all)
      return are_all = true;
    auto is_operand
        = are_all || (!is_value && (arg == "-" || !arg.starts_with('-')));
    auto is_first = is_operand && !are_all && !opts.merge && !opts.explain
                    && opts.inputs.empty();
    if (is_first && arg == "merge")
      opts.merge = true;
    else if (is_first && arg == "explain")
      opts.explain = true;
    else if (is_operand)
      opts.inputs.push_back(arg);
    else
      is_value = !is_value && takes_next(app, arg);
    return is_operand;
  });
}

void check_operands(const CLI::App& app, const options& opts) {
  if (opts.merge)
    check_merge(app, opts);
  auto is_typed
      = opts.interactive || (opts.inputs.empty() && isatty(STDIN_FILENO));
  if (opts.by_file && is_typed)
    throw std::invalid_argument{"--by-file tells FILEs and standard input "
                                "apart, but not words that are typed. Leave it "
                                "out."};
}

void refuse_options(const CLI::App& app, const std::string& command,
                    const std::vector<std::string>& names) {
  for (auto& name : names)
    if (app.count(name) > 0)
      throw std::invalid_argument{"'" + command + "' has no option " + name
                                  + ". Leave it out."};
}

} // namespace tally
