// What counts as a word, and as the same word.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// How a text is cut into words. Bytes that are not UTF-8 stay in their word.
enum class word_rule : uint8_t {
  /// At white space, as Unicode has it.
  space,
  /// At Unicode's word boundaries (UAX #29), and by ICU's dictionaries where a
  /// script does not separate words: Chinese, Japanese, Thai, Khmer, Lao and
  /// Burmese. What holds a letter or a number is a word. Typographic
  /// apostrophes are plain ones.
  text,
  /// At LF and CR LF. The last line needs neither. Lines without any
  /// characters do not count.
  line,
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
  bool ignore_case = false; ///< By Unicode's full case folding.

  /// Words to leave out, in any spelling.
  std::vector<std::string> stop_words;

  uint64_t min_length = 0; ///< In grapheme clusters.
  uint64_t max_length = 0; ///< In grapheme clusters; 0 is no limit.

  std::string match;   ///< RE2: leave out words it is not found in, if any.
  std::string exclude; ///< RE2: leave out words it is found in, if any.

  /// Adjacent words that are counted as one, joined by a space, 1 to 5. The
  /// ends of lines and sentences do not matter; words left out and the ends of
  /// inputs do: words on both sides of them are not adjacent.
  uint32_t ngram = 1;

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
