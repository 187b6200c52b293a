#include "app/report/rule_list.hpp"

#include "actors/rules/word_counter.hpp"
#include "actors/rules/word_filter.hpp"

namespace tally {

rule_list told(const counting_rules& rules) {
  rule_list list{{"words", std::string{to_string(rules.words)}},
                 {"form", std::string{to_string(rules.form)}},
                 {"ignore_case", rules.ignore_case ? "true" : "false"}};
  auto tell_if = [&](bool matters, const char* name, std::string value) {
    if (matters)
      list.emplace_back(name, std::move(value));
  };
  auto by_unicode = rules.words == word_rule::text || rules.ignore_case
                    || rules.form != normal_form::none || rules.min_length > 1
                    || rules.max_length > 0;
  tell_if(by_unicode, "unicode", unicode_version());
  tell_if(!rules.stop_words.empty(), "stop_words", stop_list_hash(rules));
  tell_if(rules.min_length > 1, "min_length", std::to_string(rules.min_length));
  tell_if(rules.max_length > 0, "max_length", std::to_string(rules.max_length));
  tell_if(!rules.match.empty(), "match", rules.match);
  tell_if(!rules.exclude.empty(), "exclude", rules.exclude);
  tell_if(rules.ngram > 1, "ngram", std::to_string(rules.ngram));
  return list;
}

} // namespace tally
