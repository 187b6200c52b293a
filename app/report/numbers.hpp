#pragma once

#include <cstdint>
#include <string>

namespace tally {

/// Appends the decimal digits of `x`.
void append_number(std::string& text, uint64_t x);

/// Appends how many percent of `whole` are in `part`, with two decimals.
void append_percent(std::string& text, uint64_t part, uint64_t whole);

} // namespace tally
