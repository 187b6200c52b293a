// `sort_by_place` for the instruction sets of x86-64 that are worth it.

#pragma once

#include "actors/table/place_sort.hpp"

namespace tally {

void sort_by_place_avx2(std::span<placed_record> records);
void sort_by_place_avx512(std::span<placed_record> records);

} // namespace tally
