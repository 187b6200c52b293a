// What counts as a word, and as the same word.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// How a text is cut into words.
enum class word_rule : uint8_t {
  space, ///< at white space
  text,  ///< at Unicode's word boundaries (UAX #29)
  line,  ///< at the ends of lines
};

/// The Unicode normal form that words are brought into.
enum class normal_form : uint8_t { none, nfc, nfkc };

/// Returns the name of a rule, as users write it.
constexpr std::string_view to_string(word_rule rule) {
  constexpr std::string_view names[] = {"space", "text", "line"};
  return names[static_cast<size_t>(rule)];
}

/// Returns the name of a normal form, as users write it.
constexpr std::string_view to_string(normal_form form) {
  constexpr std::string_view names[] = {"none", "nfc", "nfkc"};
  return names[static_cast<size_t>(form)];
}

/// Returns the normal form to use unless the user names one.
constexpr normal_form default_form(word_rule rule) {
  return rule == word_rule::text ? normal_form::nfc : normal_form::none;
}

/// All rules of a run.
struct counting_rules {
  word_rule words = word_rule::space;
  normal_form form = normal_form::none;
  bool ignore_case = false;

  /// Words to leave out, in any spelling.
  std::vector<std::string> stop_words;

  uint64_t min_length = 0; ///< In grapheme clusters.
  uint64_t max_length = 0; ///< In grapheme clusters; 0 is no limit.

  std::string match;   ///< RE2: leave out words it is not found in, if any.
  std::string exclude; ///< RE2: leave out words it is found in, if any.

  uint32_t ngram = 1; ///< Adjacent words that are counted as one, 1 to 5.

  bool operator==(const counting_rules&) const = default;

  /// Tells whether a word may be left out.
  bool leaves_out() const {
    return !stop_words.empty() || min_length > 1 || max_length > 0
           || !match.empty() || !exclude.empty();
  }
};

template <class Inspector>
auto inspect(Inspector& f, counting_rules& x) {
  return inspect_fields(
      f, x, field{"words", x.words}, field{"form", x.form},
      field{"ignore_case", x.ignore_case}, field{"stop_words", x.stop_words},
      field{"min_length", x.min_length}, field{"max_length", x.max_length},
      field{"match", x.match}, field{"exclude", x.exclude},
      field{"ngram", x.ngram});
}

/// Words that were read but not counted, each under the first reason that
/// applies.
struct left_out {
  uint64_t stop_words = 0;
  uint64_t length = 0;
  uint64_t pattern = 0;

  bool operator==(const left_out&) const = default;

  uint64_t total() const {
    return stop_words + length + pattern;
  }

  left_out& operator+=(const left_out& x) {
    stop_words += x.stop_words;
    length += x.length;
    pattern += x.pattern;
    return *this;
  }
};

template <class Inspector>
auto inspect(Inspector& f, left_out& x) {
  return inspect_fields(f, x, field{"stop_words", x.stop_words},
                        field{"length", x.length}, field{"pattern", x.pattern});
}

} // namespace tally
