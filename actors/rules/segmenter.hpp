// Unicode's word boundaries as ICU finds them, by a dictionary where a script
// does not separate words. ICU departs from UAX #29 in two ways (to it '@' is
// a letter, and ':' joins nothing), which this undoes.

#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// What lies between two boundaries, in bytes from the start of the text.
struct segment {
  uint32_t first;
  uint32_t last;

  bool operator==(const segment&) const = default;
};

/// Cuts text into segments. Bytes that are not UTF-8 are taken for letters, so
/// they stay in their word.
class segmenter {
public:
  segmenter();

  /// Returns all segments of `text`; valid until the next call. Throws
  /// `std::length_error` for texts of 2 GB and more.
  const std::vector<segment>& all(std::string_view text);

  /// Returns those that hold a letter or a number, without white space at
  /// their ends: the words. Valid until the next call.
  const std::vector<segment>& words(std::string_view text);

private:
  void decode_text(std::string_view text);
  bool is_word(int32_t first, int32_t last) const;
  segment trimmed(int32_t first, int32_t last) const;
  template <class F>
  void for_each_segment(std::string_view text, F f);

  std::unique_ptr<icu::BreakIterator> boundaries_;
  std::u16string text_;
  icu::UnicodeString alias_;      // what `boundaries_` looks at: `text_`
  std::vector<uint32_t> offsets_; // for each unit of `text_`, and its end
  std::vector<segment> found_;
};

} // namespace tally
