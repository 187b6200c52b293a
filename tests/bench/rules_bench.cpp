// What the rules of counting cost, in one thread: for English, for English as
// it is printed, and in letters that are not ASCII. ICU's own break iterator
// over the same text is what the rule for words of text is held against.

#include "actors/rules/word_counter.hpp"
#include "tests/bench/corpus.hpp"
#include "tests/padded.hpp"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>

#include <memory>
#include <string>
#include <string_view>

using namespace tally;
using namespace tally::bench;
using tally::test::padded;

namespace {

std::string english() {
  return corpus(corpus_kind::english, 4'000'000);
}

// Curly apostrophes, long dashes, and an accent on a letter in forty.
std::string printed() {
  std::string result;
  size_t letters = 0;
  for (auto x : english()) {
    if (x == '\'')
      result += "\u2019";
    else if (x == ':')
      result += "\u2014";
    else if (x == 'e' && ++letters % 5 == 0)
      result += "\u00E9";
    else
      result += x;
  }
  return result;
}

// English in Russian letters.
std::string cyrillic() {
  std::string result;
  for (auto x : english()) {
    if (x >= 'a' && x <= 'z')
      result += {'\xD0', static_cast<char>('\xB0' + (x - 'a') % 16)};
    else if (x >= 'A' && x <= 'Z')
      result += {'\xD0', static_cast<char>('\x90' + (x - 'A'))};
    else
      result += x;
  }
  return result;
}

std::string chinese() {
  std::string result;
  while (result.size() < 300'000)
    result += "我爱北京天安门，天安门上太阳升。你好世界！\n";
  return result;
}

const padded& text_of(int64_t kind) {
  static const padded texts[] = {padded{english()}, padded{printed()},
                                 padded{cyrillic()}, padded{chinese()}};
  return texts[kind];
}

void set_text(benchmark::State& state) {
  constexpr const char* names[] = {"english", "printed", "cyrillic", "chinese"};
  state.SetLabel(names[state.range(0)]);
  auto size = text_of(state.range(0)).text().size();
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * size));
}

void count(benchmark::State& state, const counting_rules& rules) {
  auto text = text_of(state.range(0)).text();
  word_counter counter{rules};
  word_table table;
  for (auto _ : state) {
    counter.count(text, table);
    table.settle();
  }
  set_text(state);
}

// What a plain program would do.
void icu_words(benchmark::State& state) {
  auto text = text_of(state.range(0)).text();
  auto status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> edges{
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
  for (auto _ : state) {
    auto decoded = icu::UnicodeString::fromUTF8(text);
    edges->setText(decoded);
    size_t words = 0;
    while (edges->next() != icu::BreakIterator::DONE)
      words += edges->getRuleStatus() != UBRK_WORD_NONE;
    benchmark::DoNotOptimize(words);
  }
  set_text(state);
}

counting_rules with(word_rule words, bool ignore_case, normal_form form,
                    uint32_t ngram = 1) {
  counting_rules rules;
  rules.words = words;
  rules.ignore_case = ignore_case;
  rules.form = form;
  rules.ngram = ngram;
  return rules;
}

using enum word_rule;
using enum normal_form;

BENCHMARK(icu_words)->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, text, with(text, false, nfc))->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, text_ignore_case, with(text, true, nfc))
    ->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, text_bigrams, with(text, false, nfc, 2))->Arg(0);
BENCHMARK_CAPTURE(count, space, with(space, false, none))->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, space_ignore_case, with(space, true, none))
    ->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, space_nfc, with(space, false, nfc))->DenseRange(0, 3);
BENCHMARK_CAPTURE(count, line, with(line, false, none))->Arg(0);

} // namespace
