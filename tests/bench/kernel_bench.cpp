// What the steps from a text to a ranking cost, each by itself and in one
// thread. Bytes and words per second are those of the text, or of the table
// where a whole table is worked on.

#include "actors/table/count_words.hpp"
#include "actors/table/ranking.hpp"
#include "tests/bench/corpus.hpp"
#include "tests/padded.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace tally;
using namespace tally::bench;
using tally::test::padded;

namespace {

const padded& text_of(corpus_kind kind) {
  static const padded english{corpus(corpus_kind::english, 4'000'000)};
  static const padded longtail{corpus(corpus_kind::longtail, 16'000'000)};
  return kind == corpus_kind::english ? english : longtail;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> result;
  word_scanner words{text};
  while (words.next())
    for (size_t i = 0; i < words.words(); ++i) {
      auto [first, last] = words.word(i);
      result.emplace_back(words.base() + first, last - first);
    }
  return result;
}

word_table count(std::string_view text) {
  word_table table;
  count_words(text, table);
  table.settle();
  return table;
}

void set_bytes(benchmark::State& state, uint64_t each) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * each));
}

void set_words(benchmark::State& state, uint64_t each) {
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * each));
}

// One benchmark for each instruction set of the machine.
void each_instruction_set(benchmark::internal::Benchmark* bench) {
  for (auto which : available_instruction_sets())
    bench->Arg(static_cast<int64_t>(which));
}

instruction_set instruction_set_of(benchmark::State& state) {
  auto which = static_cast<instruction_set>(state.range(0));
  state.SetLabel(std::string{to_string(which)});
  return which;
}

void classify(benchmark::State& state) {
  auto classify = classify_bytes(instruction_set_of(state));
  auto text = text_of(corpus_kind::english).text();
  std::array<byte_classes, 128> classes;
  constexpr size_t piece = classes.size() * 64;
  for (auto _ : state)
    for (size_t i = 0; i + piece <= text.size(); i += piece) {
      classify(text.data() + i, classes);
      benchmark::DoNotOptimize(classes);
    }
  set_bytes(state, text.size());
}

void scan(benchmark::State& state) {
  auto which = instruction_set_of(state);
  auto text = text_of(corpus_kind::english).text();
  for (auto _ : state) {
    size_t found = 0;
    word_scanner words{text, which};
    while (words.next())
      found += words.words();
    benchmark::DoNotOptimize(found);
  }
  set_bytes(state, text.size());
}

void hash(benchmark::State& state, corpus_kind kind) {
  auto words = words_of(text_of(kind).text());
  auto seed = fixed_seed(1);
  for (auto _ : state)
    for (auto word : words)
      benchmark::DoNotOptimize(hash_word(word, seed));
  set_words(state, words.size());
}

// Counts into an empty table, whose growth is part of the work.
void insert(benchmark::State& state, corpus_kind kind) {
  auto text = text_of(kind).text();
  uint64_t tokens = 0;
  for (auto _ : state)
    tokens = count(text).tokens();
  set_bytes(state, text.size());
  set_words(state, tokens);
}

// Counts into a table that has all the words.
void update(benchmark::State& state, corpus_kind kind) {
  auto text = text_of(kind).text();
  auto table = count(text);
  auto tokens = table.tokens();
  for (auto _ : state) {
    count_words(text, table);
    table.settle();
  }
  set_bytes(state, text.size());
  set_words(state, tokens);
}

// Looks words up one at a time, as for single requests.
void lookup(benchmark::State& state, corpus_kind kind) {
  auto text = text_of(kind).text();
  auto words = words_of(text);
  auto table = count(text);
  for (auto _ : state)
    for (auto word : words)
      benchmark::DoNotOptimize(table.count(word));
  set_words(state, words.size());
}

// Merges the tables of the two halves of a text.
void merge(benchmark::State& state, corpus_kind kind) {
  auto text = text_of(kind).text();
  auto cut = text.rfind(' ', text.size() / 2);
  uint64_t merged = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto table = count(text.substr(0, cut));
    auto other = count(text.substr(cut));
    merged = other.distinct();
    state.ResumeTiming();
    table.merge(std::move(other));
    benchmark::DoNotOptimize(table);
  }
  set_words(state, merged);
}

void rank(table_parts& parts, uint64_t distinct) {
  ranking_rules rules;
  rank_bounds bounds{rules, parts.shards.front(), distinct};
  std::vector<unsorted_piece> pieces(bounds.buckets());
  for (auto& shard : parts.shards)
    for (size_t i = 0; auto& x : deal(std::move(shard), bounds).buckets)
      pieces[i++].parts.push_back(std::move(x));
  for (auto& piece : pieces)
    sort(piece, rules.by, [](std::span<const ranked_word> words) {
      benchmark::DoNotOptimize(words.data());
      return true;
    });
}

void rank(benchmark::State& state, corpus_kind kind) {
  auto text = text_of(kind).text();
  uint64_t distinct = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto table = count(text);
    distinct = table.distinct();
    auto parts = table.release();
    state.ResumeTiming();
    rank(parts, distinct);
  }
  set_words(state, distinct);
}

constexpr auto english = corpus_kind::english;
constexpr auto longtail = corpus_kind::longtail;

BENCHMARK(classify)->Apply(each_instruction_set);
BENCHMARK(scan)->Apply(each_instruction_set);
BENCHMARK_CAPTURE(hash, english, english);
BENCHMARK_CAPTURE(hash, longtail, longtail);
BENCHMARK_CAPTURE(insert, english, english);
BENCHMARK_CAPTURE(insert, longtail, longtail);
BENCHMARK_CAPTURE(update, english, english);
BENCHMARK_CAPTURE(update, longtail, longtail);
BENCHMARK_CAPTURE(lookup, english, english);
BENCHMARK_CAPTURE(lookup, longtail, longtail);
BENCHMARK_CAPTURE(merge, english, english);
BENCHMARK_CAPTURE(merge, longtail, longtail);
BENCHMARK_CAPTURE(rank, english, english);
BENCHMARK_CAPTURE(rank, longtail, longtail);

} // namespace
