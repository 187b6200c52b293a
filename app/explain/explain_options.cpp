#include "app/explain/explain_options.hpp"

#include "actors/rules/word_counter.hpp"
#include "app/operands.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

// By rules that leave out no word.
counting_rules spelling_only(const counting_rules& rules) {
  counting_rules result;
  result.words = rules.words;
  result.form = rules.form;
  result.ignore_case = rules.ignore_case;
  return result;
}

// Returns the words in `texts` as they are counted, each once.
std::vector<std::string> words_in(const std::vector<std::string>& texts,
                                  const counting_rules& rules) {
  std::vector<std::string> result;
  word_counter words{spelling_only(rules)};
  for (auto& text : texts) {
    auto has_words = false;
    words.for_each_word(text, [&](std::string_view word) {
      has_words = true;
      if (std::find(result.begin(), result.end(), word) == result.end())
        result.emplace_back(word);
    });
    if (!has_words)
      throw std::invalid_argument{"Nothing in '" + text
                                  + "' counts as a word by these rules. Name "
                                    "a word to explain."};
  }
  return result;
}

} // namespace

explain_options::explain_options(CLI::App& app, options& opts)
  : app_{app}, opts_{opts} {
  app.add_option("--in", files_,
                 "Look for the WORDs of 'tally explain' in FILE, - for\n"
                 "standard input; may be given again")
      ->option_text("FILE [-]")
      ->expected(1)
      ->take_all();
}

void explain_options::complete() {
  if (!opts_.explain) {
    if (!files_.empty())
      throw std::invalid_argument{"Only 'tally explain' has an option --in. "
                                  "Name the FILEs to count without it."};
    return;
  }
  refuse_options(app_, "tally explain",
                 {"--top", "--min-count", "--sort", "--percent", "--cumulative",
                  "--other", "--by-file", "--ngram", "--interactive",
                  "--stats"});
  auto words = std::exchange(opts_.inputs, std::move(files_));
  if (words.empty())
    throw std::invalid_argument{"Name the WORDs to explain. Try 'tally "
                                "--help'."};
  opts_.words = words_in(words, opts_.rules);
  if (!opts_.inputs.empty())
    return;
  if (isatty(STDIN_FILENO))
    throw std::invalid_argument{"Name the FILE to look for the WORDs in with "
                                "--in, - to type text."};
  opts_.inputs.push_back("-");
}

} // namespace tally
