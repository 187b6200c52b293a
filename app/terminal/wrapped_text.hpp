#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally {

/// Returns `text` with its lines broken between words where they are longer
/// than `width`. What follows a break is indented like its line.
std::string wrapped(std::string_view text, size_t width);

} // namespace tally
