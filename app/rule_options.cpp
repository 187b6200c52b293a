#include "app/rule_options.hpp"

#include "actors/rules/ngram_window.hpp"
#include "actors/rules/word_counter.hpp"
#include "app/option_kinds.hpp"
#include "app/stop_list.hpp"

#include <limits>

namespace tally {

namespace {

constexpr auto most = std::numeric_limits<uint64_t>::max();

void add_pattern(CLI::App& app, const std::string& name, std::string& target,
                 const std::string& help) {
  add_text(app, name, target, help, "An empty REGEX is found in every word")
      ->option_text("REGEX");
}

void add_filters(CLI::App& app, counting_rules& rules) {
  add_number<uint64_t>(app, "--min-length", rules.min_length, 0, most,
                       "Leave out words of less than N characters")
      ->option_text("N");
  add_number<uint64_t>(app, "--max-length", rules.max_length, 1, most,
                       "Leave out words of more than N characters")
      ->option_text("N");
  add_pattern(app, "--match", rules.match,
              "Leave out words in which REGEX (RE2) is not found");
  add_pattern(app, "--exclude", rules.exclude,
              "Leave out words in which REGEX is found");
}

} // namespace

rule_options::rule_options(CLI::App& app, counting_rules& rules)
  : rules_{rules} {
  add_choice<word_rule>(app, "-w,--words", rules.words,
                        {{"space", word_rule::space},
                         {"text", word_rule::text},
                         {"line", word_rule::line}},
                        "Words end at white 'space', as in 'text' (Unicode\n"
                        "word boundaries), or with the 'line'")
      ->option_text("RULE [space]");
  app.add_flag("-i,--ignore-case", rules.ignore_case,
               "Fold case, as Unicode has it");
  add_choice<std::optional<normal_form>>(app, "--normalize", form_,
                                         {{"none", normal_form::none},
                                          {"nfc", normal_form::nfc},
                                          {"nfkc", normal_form::nfkc}},
                                         "Bring words into a normal form")
      ->option_text("FORM [nfc for text, else none]");
  app.add_option("--stop-words", stop_lists_,
                 "Leave out the words in FILE, one a line, or those of a\n"
                 "language such as 'en'; may be given again")
      ->option_text("FILE")
      ->expected(1)
      ->take_all();
  add_filters(app, rules);
  add_number<uint32_t>(app, "--ngram", rules.ngram, 1, ngram_window::max_size,
                       "Count sequences of N words")
      ->option_text("N");
}

void rule_options::complete() {
  rules_.form = form_.value_or(default_form(rules_.words));
  for (auto& name : stop_lists_)
    for (auto& word : read_stop_list(name))
      rules_.stop_words.push_back(std::move(word));
  word_counter{rules_};
}

} // namespace tally
