// Where a text may be cut without changing a word of it, by Unicode's word
// boundaries. There is always a boundary beside a character that joins
// nothing, but what follows it may belong to it, as accents do to the letter
// before them. So the places are: before an ASCII character that joins
// nothing; after it, if ASCII follows; after a line end, whatever follows;
// and after Chinese and Japanese commas and full stops, if Han follows.

#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

/// Tells whether `text` may be cut at `at`. The ends are no such place unless
/// a line ends there.
bool may_cut_text(std::string_view text, size_t at);

/// Returns the last place where `text` may be cut, 0 if there is none.
size_t text_cut_point(std::string_view text);

} // namespace tally
