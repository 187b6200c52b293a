#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"
#include "tests/rules_oracle.hpp"
#include "tests/unicode_oracle.hpp"

#include <algorithm>
#include <sstream>

namespace tally::test {

namespace {

using arguments = std::vector<std::string>;

/// Returns text in which few words have many spellings, some of them bytes that
/// are not UTF-8.
std::string text_of_spellings(uint64_t seed, size_t size) {
  const arguments written{"don't",
                          "Don't",
                          "DON'T",
                          "don\u2019t",
                          "na\u00EFve",
                          "nai\u0308ve",
                          "Na\u00EFve",
                          "NAI\u0308VE",
                          "Stra\u00DFe",
                          "STRASSE",
                          "strasse",
                          "\u212A",
                          "k",
                          "K",
                          "a\xff",
                          "A\xff",
                          "\uFB01",
                          "fi",
                          "Fi",
                          "\u03A3\u0391\u03A3",
                          "\u03C3\u03B1\u03C2"};
  const arguments gaps{" ",      " ",     "\n",  ", ",
                       "\u3000", ".\r\n", " \"", "\u2014"};
  generator random{seed};
  std::string text;
  while (text.size() < size) {
    if (random.below(20) == 0)
      text += mixed_text(random, 100);
    text += written[random.below(written.size())];
    text += gaps[random.below(gaps.size())];
  }
  return text;
}

counting_rules rules_of(word_rule words, bool ignore_case, normal_form form) {
  counting_rules rules;
  rules.words = words;
  rules.ignore_case = ignore_case;
  rules.form = form;
  return rules;
}

/// Returns the words with the most spellings.
arguments words_to_ask_for(const spelling_counts& all) {
  arguments words;
  for (auto& [word, written] : all)
    if (word.find('\0') == word.npos)
      words.push_back(word);
  std::stable_sort(words.begin(), words.end(), [&](auto& x, auto& y) {
    return all.at(x).size() > all.at(y).size();
  });
  words.resize(std::min<size_t>(words.size(), 50));
  return words;
}

std::string as_tsv(const spelling_counts& all, const arguments& words) {
  std::string text;
  for (auto& word : words)
    for (auto& [written, count] : ranked(all.at(word)))
      text += std::to_string(count) + '\t' + word + '\t' + written + '\n';
  return text;
}

std::string without_last_column(const std::string& tsv) {
  std::istringstream lines{tsv};
  std::string text;
  for (std::string line; std::getline(lines, line);)
    text += line.substr(0, line.rfind('\t')) + '\n';
  return text;
}

void check_everywhere(const arguments& options, const counting_rules& rules,
                      const std::string& text) {
  auto all = count_spellings_plainly(text, rules);
  auto words = words_to_ask_for(all);
  auto expected = as_tsv(all, words);
  for (auto threads : {"-j1", "-j2", "-j7"}) {
    CAPTURE(options, threads);
    arguments args{"explain", threads};
    args.insert(args.end(), options.begin(), options.end());
    auto from_pipe = args;
    from_pipe.insert(from_pipe.end(), "--");
    from_pipe.insert(from_pipe.end(), words.begin(), words.end());
    auto run = tally(from_pipe).with_input(text).run();
    CHECK(difference(without_last_column(run.out), expected) == "");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    args.insert(args.end(), {"--in", "a", "--"});
    args.insert(args.end(), words.begin(), words.end());
    CHECK(tally(args).with_file("a", text).run().out == run.out);
  }
}

} // namespace

TEST_CASE("megabytes are explained by any number of threads as the oracle "
          "explains them",
          "[cli][explain]") {
  auto text = text_of_spellings(71, 2'000'000);
  check_everywhere({}, {}, text);
  check_everywhere({"-w", "text"},
                   rules_of(word_rule::text, false, normal_form::nfc), text);
  check_everywhere({"-w", "text", "-i", "--normalize", "nfkc"},
                   rules_of(word_rule::text, true, normal_form::nfkc), text);
  auto filtered = rules_of(word_rule::space, true, normal_form::nfc);
  filtered.min_length = 2;
  filtered.exclude = "x";
  check_everywhere({"-i", "--normalize=nfc", "--min-length=2", "--exclude=x"},
                   filtered, text);
}

} // namespace tally::test
