// Sorts by a number: the innermost step of ranking, and most of its time. Such
// a sort is where vectors help most, as they compare and move many numbers
// without a branch. Highway has one, which takes a quarter of the time of
// `std::sort` for thousands of numbers; that serves where there are no such
// vectors.

#pragma once

#include "actors/table/word_record.hpp"
#include "actors/text/byte_classes.hpp"

#include <cstdint>
#include <span>

namespace tally {

/// Where a record is, and a number that tells its place among others. A vector
/// takes both as a pair.
struct alignas(16) placed_record {
  placed_record(const word_record& x, uint64_t place) noexcept
    : address{reinterpret_cast<uintptr_t>(&x)}, place{place} {
  }

  const word_record& record() const noexcept {
    return *reinterpret_cast<const word_record*>(address);
  }

  uint64_t address;
  uint64_t place;
};

/// Sorts by place. Records with the same place come in any order.
void sort_by_place(std::span<placed_record> records,
                   instruction_set which = best_instruction_set());

} // namespace tally
