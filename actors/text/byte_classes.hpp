// The first pass over a text, the only one that looks at every byte. It puts
// bytes into two classes, 64 at a time: one bit per byte for ASCII white
// space, and one for the bytes that longer white space may start with. This
// is all of the scan that is written for one instruction set each, chosen at
// run time. Intrinsics serve better here than a library such as Highway, which
// tally only sorts with: the loops came out equally fast, and four small
// functions need none of its macros.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tally {

/// Sets of instructions that functions are written for.
enum class instruction_set {
  portable,
  sse2,
  avx2,   ///< with BMI1, BMI2 and FMA
  avx512, ///< with BW, DQ, VL and VBMI2
};

/// Returns the instruction sets that this machine has, the best one last.
std::span<const instruction_set> available_instruction_sets();

/// Returns the best instruction set that this machine has.
instruction_set best_instruction_set();

/// The classes of 64 bytes, the first byte in the lowest bit.
struct byte_classes {
  uint64_t spaces; ///< ASCII white space
  uint64_t leads;  ///< first bytes of longer white space, and others
};

/// Classifies 64 bytes for each element of `result`.
using classify_function
    = void (*)(const char* text, std::span<byte_classes> result);

/// Returns the function for an instruction set, which must be available.
classify_function classify_bytes(instruction_set which);

/// Returns the name of an instruction set.
std::string_view to_string(instruction_set which);

} // namespace tally
