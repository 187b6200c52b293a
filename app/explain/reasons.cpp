#include "app/explain/reasons.hpp"

#include "actors/rules/word_filter.hpp"

#include <algorithm>

namespace tally {

namespace {

// A rule, and what is without it.
struct rule {
  std::string_view name;
  void (*drop)(counting_rules&);
};

std::vector<rule> rules_of_spelling(const counting_rules& rules) {
  std::vector<rule> result;
  if (rules.words == word_rule::text)
    result.push_back({"typographic apostrophe",
                      [](auto& x) { x.words = word_rule::space; }});
  if (rules.ignore_case)
    result.push_back({"case folding", [](auto& x) { x.ignore_case = false; }});
  if (rules.form != normal_form::none)
    result.push_back(
        {to_string(rules.form), [](auto& x) { x.form = normal_form::none; }});
  return result;
}

// What is left if only the rule with the name `kept` may leave words out.
counting_rules only(std::string_view kept, counting_rules rules) {
  if (kept != "--stop-words")
    rules.stop_words.clear();
  if (kept != "--min-length")
    rules.min_length = 0;
  if (kept != "--max-length")
    rules.max_length = 0;
  if (kept != "--match")
    rules.match.clear();
  if (kept != "--exclude")
    rules.exclude.clear();
  return rules;
}

} // namespace

std::string joined(const rule_names& names) {
  std::string text;
  for (auto name : names)
    text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

spelling_reasons::spelling_reasons(const counting_rules& rules) {
  auto all = rules_of_spelling(rules);
  for (unsigned chosen = 0; chosen < 1U << all.size(); ++chosen) {
    rule_names names;
    auto some = rules;
    for (size_t i = 0; i < all.size(); ++i)
      if (chosen >> i & 1)
        names.push_back(all[i].name);
      else
        all[i].drop(some);
    choices_.push_back({std::move(names), speller{some}});
  }
  std::stable_sort(choices_.begin(), choices_.end(), [](auto& x, auto& y) {
    return x.names.size() < y.names.size();
  });
}

rule_names spelling_reasons::joining(std::string_view written,
                                     std::string_view word) {
  for (auto& [names, spelling] : choices_)
    if (spelling.spell(written) == word)
      return names;
  return {};
}

rule_names leaving_out(std::string_view word, const counting_rules& rules) {
  rule_names result;
  for (auto option :
       {"--stop-words", "--min-length", "--max-length", "--match", "--exclude"})
    if (!word_filter{only(option, rules)}.keeps(word))
      result.push_back(option);
  return result;
}

} // namespace tally
