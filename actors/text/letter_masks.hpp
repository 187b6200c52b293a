// What Unicode's word boundaries (UAX #29) make of ASCII, 64 bytes at a time:
// one bit per byte for each class of characters that can be part of a word.

#pragma once

#include "actors/text/byte_classes.hpp"

#include <cstdint>
#include <span>

namespace tally {

/// The classes of 64 bytes, the first byte in the lowest bit.
struct letter_masks {
  uint64_t letters;
  uint64_t digits;
  uint64_t connectors; ///< '_', which joins whatever it touches
  uint64_t colons;     ///< ':', which joins two letters
  uint64_t commas;     ///< ',' and ';', which join two digits
  uint64_t quotes;     ///< '.' and '\'', which join either
  uint64_t wide;       ///< bytes of characters beyond ASCII
};

/// Classifies 64 bytes for each element of `result`.
using letter_function
    = void (*)(const char* text, std::span<letter_masks> result);

/// Returns the function for an instruction set, which must be available.
letter_function find_letters(instruction_set which);

} // namespace tally
