#include "actors/rules/cut_point.hpp"
#include "actors/rules/word_counter.hpp"

#include "tests/any_characters.hpp"
#include "tests/catch.hpp"
#include "tests/padded.hpp"
#include "tests/rules_oracle.hpp"
#include "tests/unicode_oracle.hpp"

#include <fstream>

using namespace tally;
using namespace tally::test;

namespace {

counting_rules rules_for(word_rule words) {
  counting_rules rules;
  rules.words = words;
  return rules;
}

// Counts in blocks of about `size` bytes, like an input that is read so, each
// block with the next of some counters.
counts count_in_blocks(std::string_view text, size_t size,
                       const counting_rules& rules) {
  word_counter cutter{rules};
  std::vector<word_counter> counters;
  counters.reserve(2);
  counters.emplace_back(rules);
  counters.emplace_back(rules);
  word_table table;
  std::vector<std::string> before;
  std::string rest;
  for (size_t i = 0; !text.empty(); ++i) {
    rest += text.substr(0, size);
    text.remove_prefix(std::min(size, text.size()));
    auto cut = text.empty() ? rest.size() : cut_point(rest, rules);
    padded block{rest.substr(0, cut), '\xCC'};
    counters[i % 2].count(block.text(), table, before);
    before = cutter.words_before_next(block.text(), before);
    rest.erase(0, cut);
  }
  table.settle();
  return contents(table);
}

counts count(std::string_view text, const counting_rules& rules) {
  return count_in_blocks(text, text.size() + 1, rules);
}

std::vector<counting_rules> many_rules() {
  std::vector<counting_rules> result;
  for (auto words : {word_rule::space, word_rule::text, word_rule::line})
    for (auto form : {normal_form::none, normal_form::nfc, normal_form::nfkc})
      for (auto ignore_case : {false, true})
        for (auto filtered : {false, true})
          for (auto ngram : {1, 2, 5}) {
            counting_rules rules;
            rules.words = words;
            rules.form = form;
            rules.ignore_case = ignore_case;
            rules.ngram = static_cast<uint32_t>(ngram);
            if (filtered) {
              rules.stop_words = {"a", "É", "don\u2019t"};
              rules.min_length = 2;
              rules.max_length = 20;
              rules.exclude = "[xy]$";
            }
            result.push_back(rules);
          }
  return result;
}

} // namespace

TEST_CASE("any cut into blocks counts as the whole does", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (auto& rules : many_rules())
      for (int i = 0; i < 4; ++i) {
        auto size_of_text = random.below(3000);
        auto text = i % 2 == 0 ? mixed_text(random, size_of_text)
                               : any_characters(random, size_of_text);
        auto expected = count_plainly(text, rules);
        INFO("rule " << static_cast<int>(rules.words) << ", form "
                     << static_cast<int>(rules.form) << ", case "
                     << rules.ignore_case << ", n-gram " << rules.ngram);
        REQUIRE(count(text, rules) == expected);
        auto size = 1 + random.below(i == 0 ? 10 : 1000);
        REQUIRE(count_in_blocks(text, size, rules) == expected);
      }
  }
}

TEST_CASE("text without spaces is counted in blocks as by ICU", "[rules]") {
  auto rules = rules_for(word_rule::text);
  const std::vector<std::string> between{" ",    "\n", "a",   "7",
                                         "it's", ",",  "\xFF"};
  for (auto seed : seeds()) {
    generator random{seed};
    for (auto& [language, sentence] : unspaced_sentences()) {
      INFO("seed " << seed << ", " << language);
      std::string mixed;
      while (mixed.size() < 1000) {
        mixed += sentence.substr(0, random.below(sentence.size()));
        mixed += between[random.below(between.size())];
      }
      auto endless = unbroken(sentence, 9000);
      for (auto& text : {mixed, endless, "a " + endless + " " + endless}) {
        auto expected = count_plainly(text, rules);
        REQUIRE(expected.size() > 5);
        for (size_t size : {1, 3, 100, 8192})
          CHECK((count_in_blocks(text, size, rules) == expected));
      }
    }
  }
}

TEST_CASE("large vocabularies count by the same rules", "[rules]") {
  std::string text;
  for (size_t i = 0; i < 300000; ++i) {
    auto number = std::to_string(i * 7919 % 250000);
    text += (i % 2 ? "Word" : "WORD\u00C9") + number + (i % 3 ? " " : "\n");
  }
  auto rules = rules_for(word_rule::space);
  rules.ignore_case = true;
  CHECK((count(text, rules) == count_plainly(text, rules)));
  rules.words = word_rule::text;
  CHECK((count_in_blocks(text, 100000, rules) == count_plainly(text, rules)));
}

TEST_CASE("long words are folded, too", "[rules]") {
  auto rules = rules_for(word_rule::space);
  rules.ignore_case = true;
  for (size_t size = 1; size < 40; ++size) {
    auto text = std::string(size, 'A') + ' ' + std::string(size - 1, 'a') + "A";
    CHECK(count(text, rules) == counts{{std::string(size, 'a'), 2}});
    text = std::string(size, 'A') + "É " + std::string(size, 'a') + "é";
    CHECK(count(text, rules) == counts{{std::string(size, 'a') + "é", 2}});
  }
  auto giant = std::string(100000, 'A');
  CHECK(count(giant, rules) == counts{{std::string(100000, 'a'), 1}});
}

TEST_CASE("lines end with LF or CR LF, and the last one without", "[rules]") {
  auto rules = rules_for(word_rule::line);
  CHECK(count("a b\r\na b\n\n\r\n a b", rules)
        == counts{{"a b", 2}, {" a b", 1}});
  CHECK(count("x\ry\nx\r", rules) == counts{{"x\ry", 1}, {"x\r", 1}});
  CHECK(count(std::string(100000, 'l') + "\nend", rules)
        == counts{{std::string(100000, 'l'), 1}, {"end", 1}});
  std::string many;
  for (int i = 0; i < 2000; ++i)
    many += i % 2 ? "\n" : "line\n";
  CHECK(count(many, rules) == counts{{"line", 1000}});
  CHECK(count("\n\n\n" + std::string(2000, '\n') + "x", rules)
        == counts{{"x", 1}});
  CHECK(cut_point("one\r\ntwo", rules) == 5);
  CHECK(cut_point("one", rules) == 0);
}

TEST_CASE("words left out are counted by reason", "[rules]") {
  auto rules = rules_for(word_rule::text);
  rules.ignore_case = true;
  rules.stop_words = {"THE", "don\u2019t"};
  rules.min_length = 2;
  rules.max_length = 5;
  rules.match = "^[a-z\u00E9']+$";
  rules.exclude = "B";
  word_counter counter{rules};
  word_table table;
  padded text{
      "The the Don't a nai\u0308f e\u0301te\u0301 12345 longer abba ok"};
  counter.count(text.text(), table);
  CHECK(contents(table) == counts{{"ok", 1}});
  CHECK(counter.dropped() == left_out{3, 2, 4});
}

TEST_CASE("the length of words is what readers see", "[rules]") {
  counting_rules rules;
  rules.min_length = 2;
  rules.max_length = 3;
  CHECK(count("a ab abc abcd e\u0301 e\u0301e\u0301 👩🏽\u200D🚀 "
              "👩🏽\u200D🚀! "
              "\xFF\xFE",
              rules)
        == counts{{"ab", 1},
                  {"abc", 1},
                  {"e\u0301e\u0301", 1},
                  {"👩🏽\u200D🚀!", 1},
                  {"\xFF\xFE", 1}});
}

TEST_CASE("adjacent words make n-grams", "[rules]") {
  auto rules = rules_for(word_rule::text);
  rules.ngram = 2;
  CHECK(count("to be, or\nnot to be", rules)
        == counts{{"to be", 2}, {"be or", 1}, {"or not", 1}, {"not to", 1}});
  rules.stop_words = {"or"};
  CHECK(count("to be, or\nnot to be", rules)
        == counts{{"to be", 2}, {"not to", 1}});
  rules.stop_words.clear();
  rules.ngram = 5;
  CHECK(count("a b c d", rules).empty());
  CHECK(count("a b c d e f", rules)
        == counts{{"a b c d e", 1}, {"b c d e f", 1}});
}

TEST_CASE("typed text is counted by the same rules", "[rules]") {
  for (auto& rules : many_rules()) {
    generator random{1};
    auto text = mixed_text(random, 500);
    word_counter counter{rules};
    counts got;
    counter.for_each_word(
        text, [&](std::string_view word) { ++got[std::string{word}]; });
    CHECK(got == count_plainly(text, rules));
  }
}

TEST_CASE("spellings are told with the word they count as", "[rules]") {
  auto rules = rules_for(word_rule::text);
  rules.ignore_case = true;
  rules.stop_words = {"i"};
  word_counter counter{rules};
  std::string got;
  counter.for_each_spelling("I don't, Don\u2019t",
                            [&](std::string_view written, auto word) {
                              got.append(written).append("=").append(word);
                            });
  CHECK(got == "don't=don'tDon\u2019t=don't");
}

TEST_CASE("rules that make no sense are explained", "[rules]") {
  counting_rules rules;
  rules.match = "(";
  CHECK_THROWS_WITH(word_counter{rules},
                    "The regular expression '(' makes no sense: missing ): (.");
  rules.match = "";
  rules.min_length = 3;
  rules.max_length = 2;
  CHECK_THROWS_AS(word_counter{rules}, std::invalid_argument);
  rules = {};
  rules.ngram = 6;
  CHECK_THROWS_AS(word_counter{rules}, std::invalid_argument);
}

TEST_CASE("word lists have comments", "[rules]") {
  using list = std::vector<std::string>;
  CHECK(parse_word_list("").empty());
  CHECK(parse_word_list("# all\nthe\r\n  a # article\n\nc#\nend")
        == list{"the", "a", "c#", "end"});
}

TEST_CASE("word lists have marks and white space of any kind", "[rules]") {
  using list = std::vector<std::string>;
  CHECK(parse_word_list("the\r\n\uFEFFan") == list{"the", "\uFEFFan"});
  CHECK(parse_word_list("# all\n\u00A0new  york\u3000\u2028\nx\u3000#")
        == list{"new  york", "x"});
}

TEST_CASE("lists of stop words are told apart", "[rules]") {
  counting_rules rules;
  CHECK(stop_list_hash(rules).empty());
  rules.stop_words = {"a"};
  // FNV-1a of "a\n".
  CHECK(stop_list_hash(rules) == "089bdc07b544e7b2");
  rules.ignore_case = true;
  rules.stop_words = {"the", "A"};
  auto hash = stop_list_hash(rules);
  rules.stop_words = {"a", "THE", "a"};
  CHECK(stop_list_hash(rules) == hash);
  rules.stop_words = {"a", "then"};
  CHECK(stop_list_hash(rules) != hash);
}

TEST_CASE("a cut is found though only the end is looked at", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (auto words : {word_rule::space, word_rule::text, word_rule::line})
      for (int i = 0; i < 300; ++i) {
        auto rules = rules_for(words);
        auto text = mixed_text(random, 1 + random.below(40));
        size_t searched = 0;
        while (searched < text.size()
               && cut_point(text.substr(0, searched + 1), rules) == 0)
          ++searched;
        INFO(text.substr(0, searched) << '|' << text.substr(searched));
        auto from = searched - std::min(searched, cut_context);
        auto cut = cut_point(text.substr(from), rules);
        CHECK((cut > 0 ? from + cut : 0) == cut_point(text, rules));
      }
  }
}

TEST_CASE("the rules follow the version of Unicode they are tested with",
          "[rules]") {
  std::ifstream file{"/usr/share/unicode/CaseFolding.txt"};
  std::string line;
  REQUIRE(std::getline(file, line));
  CHECK(line.find("-" + unicode_version() + '.') != line.npos);
}
