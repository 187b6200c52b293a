#include "actors/rules/word_counter.hpp"
#include "app/options.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace tally;

namespace {

struct example {
  std::string shown;
  std::string text;
};

const std::vector<example> examples{
    {"don't", "don't"},
    {"l'histoire", "l'histoire"},
    {"well-known", "well-known"},
    {"3.14", "3.14"},
    {"user@example.com", "user@example.com"},
    {"你好世界", "你好世界"},
    {"naïve, its ï typed as one character and as two",
     "na\u00EFve\nnai\u0308ve"},
    {"ß", "ß"},
    {"👍🏽", "👍🏽"},
    {"#hashtag", "#hashtag"},
};

const std::vector<std::vector<std::string>> columns{
    {"-w", "space"},
    {"-w", "line"},
    {"-w", "text"},
    {"-w", "text", "-i"},
    {"-w", "space", "--normalize", "nfc"},
    {"-w", "text", "--ngram", "2"},
    {"-w", "text", "--min-length", "5"},
};

counting_rules rules_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "tally");
  std::vector<char*> argv;
  for (auto& argument : arguments)
    argv.push_back(argument.data());
  auto parsed = parse_options(static_cast<int>(argv.size()), argv.data());
  return std::get<options>(parsed).rules;
}

// Each word once, in the order of the text, with its count if it has several.
std::string cell(const example& what, const std::vector<std::string>& rules) {
  std::vector<std::pair<std::string, int>> words;
  word_counter{rules_of(rules)}.for_each_word(
      what.text, [&](std::string_view word) {
        auto known = std::find_if(words.begin(), words.end(),
                                  [&](auto& x) { return x.first == word; });
        if (known == words.end())
          words.emplace_back(word, 1);
        else
          ++known->second;
      });
  std::string result;
  for (auto& [word, n] : words)
    result.append(" `" + word + "`")
        .append(n > 1 ? " ×" + std::to_string(n) : "");
  return words.empty() ? " –" : result;
}

std::string table() {
  std::string result = "\n| written |";
  for (auto& rules : columns) {
    std::string joined;
    for (auto& option : rules)
      joined.append(joined.empty() ? "" : " ").append(option);
    result.append(" `").append(joined).append("` |");
  }
  result += "\n|---|";
  for (size_t i = 0; i < columns.size(); ++i)
    result += "---|";
  for (auto& what : examples) {
    result += "\n| " + what.shown + " |";
    for (auto& rules : columns)
      result += cell(what, rules) + " |";
  }
  return result + "\n\n";
}

std::string between(const std::string& text, const std::string& first,
                    const std::string& last) {
  auto from = text.find(first);
  auto to = text.find(last);
  REQUIRE(from != text.npos);
  REQUIRE(to != text.npos);
  return text.substr(from + first.size(), to - from - first.size());
}

} // namespace

TEST_CASE("the table of the rules in README.md is true", "[rules]") {
  std::ifstream file{TALLY_README, std::ios::binary};
  std::string readme{std::istreambuf_iterator<char>{file}, {}};
  auto expected = table();
  auto is_true = between(readme, "<!-- rules -->\n", "<!-- end of rules -->")
                 == expected;
  // Catch would break the lines.
  if (!is_true)
    std::cerr << "Paste this between the markers of the table:\n" << expected;
  CHECK(is_true);
}
