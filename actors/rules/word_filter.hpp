#pragma once

#include "actors/rules/speller.hpp"
#include "actors/table/word_table.hpp"
#include "messages/payload.hpp"
#include "messages/rules.hpp"

#include <re2/re2.h>
#include <unicode/brkiter.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Tells which words to leave out, and counts them.
class word_filter {
public:
  /// Throws `std::invalid_argument` with a sentence about a regular expression
  /// that makes no sense.
  explicit word_filter(const counting_rules& rules);

  /// Tells whether `word`, as it was spelled by the rules, is to be counted.
  bool keeps(std::string_view word);

  /// Returns how many words `keeps` did not.
  const left_out& dropped() const noexcept {
    return dropped_;
  }

private:
  bool has_right_length(std::string_view word);
  size_t length(std::string_view word);
  bool fits_patterns(std::string_view word) const;

  uint64_t min_length_;
  uint64_t max_length_;
  bool has_stop_words_;
  std::unique_ptr<re2::RE2> match_;
  std::unique_ptr<re2::RE2> exclude_;
  word_table stop_words_;
  std::unique_ptr<icu::BreakIterator> clusters_;
  left_out dropped_;
};

/// Returns 16 hexadecimal digits that tell lists of stop words apart: FNV-1a of
/// their spellings by the rules, each followed by LF, in the order of their
/// bytes and without repetitions. Nothing if there are none.
std::string stop_list_hash(const counting_rules& rules);

/// Returns the words of a list: one a line, without white space around it. A
/// '#' at the start of a line or after white space starts a comment.
std::vector<std::string> parse_word_list(std::string_view text);

} // namespace tally
