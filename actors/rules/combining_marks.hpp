#pragma once

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace tally {

/// Returns a text with the same `form` as `text` for which ICU takes no more
/// time than for any other: ICU puts combining marks in order one by one, each
/// past all of those before it that belong behind it.
icu::UnicodeString with_sorted_marks(icu::UnicodeString text,
                                     const icu::Normalizer2& form);

} // namespace tally
