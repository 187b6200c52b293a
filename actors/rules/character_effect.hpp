#pragma once

#include <cstdint>

namespace tally {

/// What a character beyond ASCII does to words.
enum class character_effect : uint8_t {
  separates = 1,
  is_letter,
  is_digit,
  extends, ///< It belongs to the character before it.
  joins_letters,
  joins_digits,
  joins_both,
  needs_segmenter, ///< Less simple than that.
};

/// Asks ICU, which takes its time.
character_effect find_effect(int32_t code);

} // namespace tally
