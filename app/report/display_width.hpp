#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

/// Returns how many columns `text` takes on a terminal: two for each wide
/// character, such as those of Chinese and most emoji, and none for a mark that
/// goes with the character before.
size_t display_width(std::string_view text);

} // namespace tally
