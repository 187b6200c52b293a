// Short words before they are counted: the keys they are compared by, and where
// a search for them starts. With these at hand, the loop that counts has so
// little left to do that the processor runs ahead by dozens of words, and waits
// for all their slots at the same time. It pays where vectors find keys and
// homes, which takes multiplications of 64 bits; these came with AVX-512. The
// words themselves are loaded one by one: to gather them is no faster, and on
// some processors much slower.

#pragma once

#include "actors/table/hash.hpp"
#include "actors/table/home_slot.hpp"
#include "actors/table/short_slot.hpp"
#include "actors/table/slot_table.hpp"
#include "actors/text/byte_classes.hpp"
#include "actors/text/word_edges.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tally {

/// Short words found by their key's `quick_hash`.
using short_table = slot_table<short_slot, home_by_top_bits>;

/// Some short words, valid until their table grows. They have no initial
/// values: to set them takes time.
struct located_shorts {
  static constexpr size_t capacity = 256;

  alignas(64) std::array<uint64_t, capacity> keys;
  alignas(64) std::array<short_slot*, capacity> homes;
};

/// Locates up to `capacity` words of at most eight bytes, whose edges count
/// from `base`. Eight bytes must be readable from the start of each.
using locate_shorts_function
    = void (*)(const char* base, std::span<const word_edges> words,
               const hash_seed& seed, const short_table::finder& slots,
               located_shorts& to);

/// Returns the function for an instruction set, which must be available, or
/// `nullptr` if it takes less time to count word by word.
locate_shorts_function locate_shorts(instruction_set which);

} // namespace tally
