#include "actors/explainer.hpp"
#include "app/explain/explained_word.hpp"
#include "tests/catch.hpp"
#include "tests/unicode_oracle.hpp"

#include <algorithm>
#include <map>

using namespace tally;
using namespace tally::test;

namespace {

constexpr auto apostrophe = "typographic apostrophe";
constexpr auto folding = "case folding";

counting_rules rules_of(word_rule words, bool ignore_case, normal_form form) {
  counting_rules rules;
  rules.words = words;
  rules.ignore_case = ignore_case;
  rules.form = form;
  return rules;
}

rule_names reasons(const counting_rules& rules, std::string_view written) {
  auto word = std::string{speller{rules}.spell(written)};
  return spelling_reasons{rules}.joining(written, word);
}

std::string spelled_by(const rule_names& names, std::string_view written) {
  auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  auto form = has("nfkc")  ? normal_form::nfkc
              : has("nfc") ? normal_form::nfc
                           : normal_form::none;
  speller spelling{rules_of(has(apostrophe) ? word_rule::text : word_rule::line,
                            has(folding), form)};
  return std::string{spelling.spell(written)};
}

} // namespace

TEST_CASE("every rule that a spelling needs is named", "[explain]") {
  auto text = rules_of(word_rule::text, true, normal_form::nfc);
  CHECK(reasons(text, "don't") == rule_names{});
  CHECK(reasons(text, "DON'T") == rule_names{folding});
  CHECK(reasons(text, "don\u2019t") == rule_names{apostrophe});
  CHECK(reasons(text, "Don\u2019t") == rule_names{apostrophe, folding});
  CHECK(reasons(text, "na\u00EFve") == rule_names{});
  CHECK(reasons(text, "nai\u0308ve") == rule_names{"nfc"});
  CHECK(reasons(text, "NA\u00CFVE") == rule_names{folding});
  CHECK(reasons(text, "NAI\u0308VE") == rule_names{folding, "nfc"});
  CHECK(reasons(text, "Nai\u0308ve\u2019s")
        == rule_names{apostrophe, folding, "nfc"});
  CHECK(reasons(text, "strasse") == rule_names{});
  CHECK(reasons(text, "stra\u00DFe") == rule_names{folding});
  auto nfkc = rules_of(word_rule::space, false, normal_form::nfkc);
  CHECK(reasons(nfkc, "\uFB01n") == rule_names{"nfkc"});
  CHECK(reasons(nfkc, "don\u2019t") == rule_names{});
}

TEST_CASE("a rule that changes nothing more is not named", "[explain]") {
  // Both make "fi" of the ligature, and "k" of the sign for kelvins.
  auto both = rules_of(word_rule::space, true, normal_form::nfkc);
  CHECK(reasons(both, "\uFB01n") == rule_names{folding});
  CHECK(reasons(both, "\u212A") == rule_names{folding});
  CHECK(reasons(both, "\uFF21") == rule_names{folding, "nfkc"});
}

TEST_CASE("bytes that are not UTF-8 are in the way of no rule", "[explain]") {
  auto text = rules_of(word_rule::text, true, normal_form::nfc);
  CHECK(reasons(text, "a\xff") == rule_names{});
  CHECK(reasons(text, "A\xff"
                      "e\u0301")
        == rule_names{folding, "nfc"});
}

TEST_CASE("the rules named suffice, and none of them is too many",
          "[explain]") {
  generator random{61};
  auto text = mixed_text(random, 100'000);
  for (auto form : {normal_form::nfc, normal_form::nfkc}) {
    auto rules = rules_of(word_rule::text, true, form);
    std::map<size_t, size_t> seen;
    spelling_reasons reasons{rules};
    word_counter{rules}.for_each_spelling(
        text, [&](std::string_view written, std::string_view word) {
          auto names = reasons.joining(written, word);
          ++seen[names.size()];
          auto suffices = spelled_by(names, written) == word;
          auto fewer_suffice = false;
          for (size_t i = 0; i < names.size(); ++i) {
            auto fewer = names;
            fewer.erase(fewer.begin() + static_cast<ptrdiff_t>(i));
            fewer_suffice |= spelled_by(fewer, written) == word;
          }
          if (!suffices || fewer_suffice) {
            CAPTURE(written, word, names);
            CHECK(suffices);
            CHECK_FALSE(fewer_suffice);
          }
        });
    for (size_t n : {0, 1, 2})
      CHECK(seen[n] > 0);
  }
}

TEST_CASE("every option that leaves out a word is named", "[explain]") {
  counting_rules rules;
  rules.ignore_case = true;
  rules.stop_words = {"THE"};
  rules.min_length = 2;
  rules.max_length = 4;
  rules.match = "[A-Y]";
  rules.exclude = "q";
  CHECK(leaving_out("foo", rules) == rule_names{});
  CHECK(leaving_out("the", rules) == rule_names{"--stop-words"});
  CHECK(leaving_out("a", rules) == rule_names{"--min-length"});
  CHECK(leaving_out("whale", rules) == rule_names{"--max-length"});
  CHECK(leaving_out("zz", rules) == rule_names{"--match"});
  CHECK(leaving_out("aq", rules) == rule_names{"--exclude"});
  CHECK(leaving_out("z", rules) == rule_names{"--min-length", "--match"});
}

TEST_CASE("words are explained as they were asked for, spellings by count",
          "[explain]") {
  auto rules = rules_of(word_rule::space, true, normal_form::none);
  rules.stop_words = {"the"};
  word_table table;
  table.add(spelling_key("FOO", "foo"), 2);
  table.add(spelling_key("Foo", "foo"), 2);
  table.add(spelling_key("foo", "foo"), 9);
  table.add(spelling_key("fOO", "foo"), 2);
  table.add(spelling_key("a", "a"), 1);
  auto words = explained(table, {"the", "foo", "bar", "a"}, rules);
  CHECK(words
        == std::vector<explained_word>{{"the", 0, {}, {"--stop-words"}},
                                       {"foo",
                                        15,
                                        {{"foo", 9, {}},
                                         {"FOO", 2, {folding}},
                                         {"Foo", 2, {folding}},
                                         {"fOO", 2, {folding}}},
                                        {}},
                                       {"bar", 0, {}, {}},
                                       {"a", 1, {{"a", 1, {}}}, {}}});
}
