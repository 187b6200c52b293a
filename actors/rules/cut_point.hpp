// Where input may be cut into blocks.

#pragma once

#include "messages/rules.hpp"

#include <cstddef>
#include <string_view>

namespace tally {

/// The number of bytes before a place in a text that tell, with the byte after
/// it, whether `cut_point` may choose it.
constexpr size_t cut_context = 3;

/// Returns the length of the longest prefix of `text` after which a cut does
/// not change any word, whatever follows, or 0 if there is none.
size_t cut_point(std::string_view text, const counting_rules& rules);

} // namespace tally
