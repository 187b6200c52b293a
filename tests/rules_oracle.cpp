#include "tests/rules_oracle.hpp"

#include "actors/rules/speller.hpp"
#include "actors/rules/word_filter.hpp"
#include "tests/unicode_oracle.hpp"

#include <deque>

namespace tally::test {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> result;
  std::string line;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      line += text[i];
      continue;
    }
    if (line.ends_with('\r'))
      line.pop_back();
    result.push_back(std::exchange(line, {}));
  }
  result.push_back(line);
  std::erase(result, "");
  return result;
}

std::vector<std::string> space_words(std::string_view text) {
  std::vector<std::string> result;
  for (std::string word; !text.empty();) {
    auto space = leading_space(text);
    if (space == 0)
      word += text.front();
    text.remove_prefix(std::max<size_t>(space, 1));
    if ((space > 0 || text.empty()) && !word.empty())
      result.push_back(std::exchange(word, {}));
  }
  return result;
}

std::vector<std::string> written_words(std::string_view text, word_rule rule) {
  switch (rule) {
  case word_rule::text:
    return unicode_words(text);
  case word_rule::line:
    return lines_of(text);
  default:
    return space_words(text);
  }
}

} // namespace

counts count_plainly(std::string_view text, const counting_rules& rules) {
  counts result;
  speller spelling{rules};
  word_filter filter{rules};
  std::deque<std::string> window;
  for (auto& written : written_words(text, rules.words)) {
    auto word = spelling.spell(written);
    if (!filter.keeps(word)) {
      window.clear();
      continue;
    }
    window.emplace_back(word);
    if (window.size() > rules.ngram)
      window.pop_front();
    if (window.size() < rules.ngram)
      continue;
    std::string joined;
    for (auto& x : window)
      joined += (joined.empty() ? "" : " ") + x;
    ++result[joined];
  }
  return result;
}

spelling_counts count_spellings_plainly(std::string_view text,
                                        const counting_rules& rules) {
  spelling_counts result;
  speller spelling{rules};
  word_filter filter{rules};
  for (auto& written : written_words(text, rules.words))
    if (auto word = spelling.spell(written); filter.keeps(word))
      ++result[std::string{word}][written];
  return result;
}

} // namespace tally::test
