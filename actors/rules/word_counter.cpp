#include "actors/rules/word_counter.hpp"

#include "actors/rules/ascii.hpp"
#include "actors/rules/cut_point.hpp"
#include "actors/rules/word_lists.hpp"
#include "actors/table/count_list.hpp"
#include "actors/table/count_words.hpp"
#include "actors/text/word_scanner.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tally {

namespace {

counting_rules checked(counting_rules rules) {
  if (rules.ngram < 1 || rules.ngram > ngram_window::max_size)
    throw std::invalid_argument{"Sequences have 1 to 5 words."};
  if (rules.max_length > 0 && rules.max_length < rules.min_length)
    throw std::invalid_argument{"No word is at least "
                                + std::to_string(rules.min_length)
                                + " characters long but at most "
                                + std::to_string(rules.max_length) + '.'};
  return rules;
}

} // namespace

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + '.' + std::to_string(version[1]);
}

word_counter::word_counter(counting_rules rules)
  : rules_{checked(std::move(rules))}, speller_{rules_}, window_{rules_.ngram} {
  if (rules_.words == word_rule::text)
    text_scanner_.emplace();
  if (rules_.leaves_out())
    filter_.emplace(rules_);
}

uint64_t word_counter::count(std::string_view block, word_table& table,
                             const std::vector<std::string>& before) {
  if (rules_.ngram > 1)
    return count_ngrams(block, table, before);
  switch (rules_.words) {
  case word_rule::text:
    text_scanner_->scan(block);
    return count_pieces(*text_scanner_, table);
  case word_rule::line:
    line_scanner_.scan(block);
    return count_pieces(line_scanner_, table);
  default:
    if (speller_.is_idle() && !filter_)
      return count_words(block, table);
    word_scanner words{block};
    return count_pieces(words, table);
  }
}

template <class Words>
uint64_t word_counter::count_pieces(Words& words, word_table& table) {
  uint64_t read = 0;
  while (words.next()) {
    read += words.words();
    if (auto giant = giant_of(words); !giant.empty()) {
      ++read;
      add_spelled(giant, table);
    }
    if (words.words() == 0)
      continue;
    auto size = words.word(words.words() - 1).last;
    std::string_view text{words.base(), size};
    if (!rules_.ignore_case) {
      count_piece(words, table, !speller_.is_idle() && !is_ascii(text));
      continue;
    }
    if (folded_.size() < size + block_padding)
      folded_.resize(size + block_padding);
    auto has_wide = !fold_ascii(text, folded_.data());
    count_piece(moved_words{words, folded_.data()}, table, has_wide);
  }
  return read;
}

// Words of ASCII are spelled as they are counted, others may not be.
template <class Words>
void word_counter::count_piece(const Words& words, word_table& table,
                               bool has_wide) {
  others_.clear();
  if (!has_wide && !filter_)
    count_list(words, table);
  else
    count_list_but(words, table, [=, this](std::string_view word) {
      if (has_wide && !is_ascii_word(word) && !speller_.stays_as_is(word)) {
        others_.push_back(word);
        return true;
      }
      return filter_ && !filter_->keeps(word);
    });
  for (auto word : others_)
    add_spelled(word, table);
}

void word_counter::add_spelled(std::string_view written, word_table& table) {
  auto word = speller_.spell(written);
  if (!filter_ || filter_->keeps(word))
    table.add(word);
}

uint64_t word_counter::count_ngrams(std::string_view block, word_table& table,
                                    const std::vector<std::string>& before) {
  constexpr size_t enough = 16384; // bytes, to count at once
  auto dropped_before = dropped().sum();
  uint64_t read = 0;
  word_collection ngrams;
  auto count = [&] {
    count_list(ngrams, table);
    ngrams.clear();
  };
  start_after(before);
  for_each_ngram(block, [&](std::string_view ngram) {
    ++read;
    ngrams.add(ngram);
    if (ngrams.bytes() > enough)
      count();
  });
  count();
  return read + dropped().sum() - dropped_before;
}

void word_counter::start_after(const std::vector<std::string>& before) {
  window_.clear();
  for (auto& word : before)
    window_.add(word, [](std::string_view) {});
}

template <class F>
void word_counter::for_each_ngram(std::string_view block, F f) {
  for_each_kept(
      block,
      [&](std::string_view, std::string_view word) { window_.add(word, f); },
      [this] { window_.clear(); });
}

void word_counter::for_each_word(std::string_view text,
                                 const word_function& f) {
  window_.clear();
  for_each_ngram(padded_copy(text), f);
}

void word_counter::for_each_word(std::string_view text, const word_function& f,
                                 std::vector<std::string>& before) {
  start_after(before);
  for_each_ngram(padded_copy(text), f);
  before = window_.last_words();
}

void word_counter::for_each_spelling(std::string_view text,
                                     const spelling_function& f) {
  for_each_kept(padded_copy(text), f, [] {});
}

std::string_view word_counter::padded_copy(std::string_view text) {
  copy_.assign(text.begin(), text.end());
  copy_.resize(text.size() + block_padding);
  return {copy_.data(), text.size()};
}

template <class F, class G>
void word_counter::for_each_kept(std::string_view block, F f, G gap) {
  for_each_written(block, [&](std::string_view written) {
    auto word = speller_.spell(written);
    if (!filter_ || filter_->keeps(word))
      f(written, word);
    else
      gap();
  });
}

template <class F>
void word_counter::for_each_written(std::string_view block, F f) {
  switch (rules_.words) {
  case word_rule::text:
    text_scanner_->scan(block);
    return for_each_in(*text_scanner_, f);
  case word_rule::line:
    line_scanner_.scan(block);
    return for_each_in(line_scanner_, f);
  default:
    word_scanner words{block};
    for_each_in(words, f);
  }
}

// Tries longer and longer ends of the block.
std::vector<std::string>
word_counter::words_before_next(std::string_view block,
                                const std::vector<std::string>& before) {
  size_t wanted = rules_.ngram - 1;
  if (wanted == 0)
    return {};
  for (size_t size = 256;; size *= 4) {
    auto first = size < block.size()
                     ? cut_point(block.substr(0, block.size() - size), rules_)
                     : 0;
    auto complete = first == 0;
    start_after(complete ? before : std::vector<std::string>{});
    for_each_kept(
        block.substr(first),
        [&](std::string_view, std::string_view word) {
          window_.add(word, [](std::string_view) {});
        },
        [&] {
          window_.clear();
          complete = true;
        });
    auto result = window_.last_words();
    if (complete || result.size() == wanted)
      return result;
  }
}

} // namespace tally
