#include "tests/any_characters.hpp"
#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"
#include "tests/rules_oracle.hpp"
#include "tests/unicode_oracle.hpp"

namespace tally::test {

namespace {

using arguments = std::vector<std::string>;

/// Rules, and the options that stand for them.
struct ruled {
  arguments options;
  counting_rules rules;
};

counting_rules rules_for(word_rule words, uint32_t ngram = 1) {
  counting_rules rules;
  rules.words = words;
  rules.form = default_form(words);
  rules.ngram = ngram;
  return rules;
}

ruled filtered(word_rule words, uint32_t ngram) {
  auto rules = rules_for(words, ngram);
  rules.ignore_case = true;
  rules.form = normal_form::nfkc;
  rules.min_length = 2;
  rules.max_length = 20;
  rules.match = "[a-y]|[^a-z]";
  rules.exclude = "x$";
  return {{"-w", std::string{to_string(words)}, "-i", "--normalize", "nfkc",
           "--min-length", "2", "--max-length", "20", "--match", "[a-y]|[^a-z]",
           "--exclude", "x$", "--ngram", std::to_string(ngram)},
          rules};
}

std::vector<ruled> many_rules() {
  return {{{"-w", "text"}, rules_for(word_rule::text)},
          {{"-w", "line"}, rules_for(word_rule::line)},
          {{"--ngram=2"}, rules_for(word_rule::space, 2)},
          {{"-wtext", "--ngram=5"}, rules_for(word_rule::text, 5)},
          filtered(word_rule::space, 1),
          filtered(word_rule::text, 3),
          filtered(word_rule::line, 4)};
}

arguments operator+(arguments options, const arguments& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

void check(const outcome& run, const std::string& expected) {
  CHECK(difference(run.out, expected) == "");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

/// Counts `text` by all rules, as a file and through a pipe.
void check_everywhere(const std::string& text) {
  for (auto& [options, rules] : many_rules()) {
    CAPTURE(options);
    auto expected = as_tsv(count_plainly(text, rules));
    for (auto threads : {"-j1", "-j3"}) {
      CAPTURE(threads);
      check(tally(options + arguments{threads, "a"}).with_file("a", text).run(),
            expected);
    }
    check(tally(options + arguments{"-j3"}).with_input(text).run(), expected);
  }
}

} // namespace

TEST_CASE("megabytes in all scripts are counted by any rules as the oracle "
          "counts them",
          "[cli][rules]") {
  generator random{51};
  check_everywhere(mixed_text(random, 2'500'000));
}

TEST_CASE("megabytes of prose are counted by any rules as the oracle counts "
          "them",
          "[cli][rules]") {
  check_everywhere(prose(52, 2'500'000));
}

TEST_CASE("any bytes are counted by any rules as the oracle counts them",
          "[cli][rules]") {
  for (auto seed : seeds()) {
    CAPTURE(seed);
    check_everywhere(any_bytes(seed, 50'000));
    check_everywhere(any_bytes(seed, seed % 100));
  }
}

TEST_CASE("blocks grow until a text without spaces can be cut",
          "[cli][rules]") {
  for (auto& [language, sentence] : unspaced_sentences()) {
    auto endless = unbroken(sentence, 600'000);
    auto text = "a " + endless + " b\n" + endless + '\n' + sentence;
    for (uint32_t ngram : {1, 3}) {
      auto expected
          = as_tsv(count_plainly(text, rules_for(word_rule::text, ngram)));
      auto options = arguments{"-wtext", "--ngram", std::to_string(ngram)};
      for (auto threads : {"-j1", "-j3"}) {
        CAPTURE(language, ngram, threads);
        check(tally(options + arguments{threads}).with_input(text).run(),
              expected);
      }
    }
  }
}

TEST_CASE("text that comes byte by byte is counted by the same rules",
          "[cli][rules]") {
  generator random{53};
  auto text = mixed_text(random, 4'000);
  for (auto& [options, rules] : many_rules()) {
    CAPTURE(options);
    check(tally(options).with_input(text).byte_by_byte().run(),
          as_tsv(count_plainly(text, rules)));
  }
}

TEST_CASE("sequences of words end with their file", "[cli][rules]") {
  generator random{54};
  auto first = mixed_text(random, 300'000);
  auto second = mixed_text(random, 300'000);
  for (uint32_t ngram = 2; ngram <= 5; ++ngram)
    for (auto words : {word_rule::space, word_rule::text}) {
      auto rules = rules_for(words, ngram);
      auto expected = count_plainly(first, rules);
      for (auto& [word, count] : count_plainly(second, rules))
        expected[word] += count;
      for (auto threads : {"-j1", "-j3"}) {
        CAPTURE(ngram, to_string(words), threads);
        check(tally({"-w", std::string{to_string(words)}, "--ngram",
                     std::to_string(ngram), threads, "a", "b"})
                  .with_file("a", first)
                  .with_file("b", second)
                  .run(),
              as_tsv(expected));
      }
    }
}

} // namespace tally::test
