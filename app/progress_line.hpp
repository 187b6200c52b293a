#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace tally {

/// Returns a line on how far reading is after some `seconds`: the bytes read
/// and how fast, and where `total` is known, the percentage and the time left.
/// What does not fit into `width` columns is left out.
std::string progress_line(uint64_t bytes, std::optional<uint64_t> total,
                          double seconds, size_t width);

} // namespace tally
