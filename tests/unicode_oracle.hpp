// What tests hold Unicode words against: ICU's break iterator over a whole
// text, by rules without ICU's own departures from UAX #29.

#pragma once

#include "tests/word_oracle.hpp"

#include <string_view>
#include <vector>

namespace tally::test {

/// Returns the boundaries in `text`, in bytes, as UAX #29 and ICU's
/// dictionaries have them. Bytes that are not UTF-8 are letters.
std::vector<size_t> boundaries(std::string_view text);

/// Returns the segments that hold a letter or a number, without the white
/// space at their ends.
std::vector<std::string> unicode_words(std::string_view text);

/// Returns text of about `size` bytes in many scripts, with punctuation,
/// marks, emoji and bytes that are not UTF-8.
std::string mixed_text(generator& random, size_t size);

} // namespace tally::test
