#pragma once

#include <string>
#include <string_view>

namespace tally {

/// Tells whether a terminal obeys `character` instead of showing it, or turns
/// the direction of writing at it.
bool is_control(wchar_t character);

/// Returns `text` with everything in it made visible that a terminal might
/// obey instead of showing: control characters become `^[` or `\u009b`,
/// characters that turn the direction of writing `\u202e`, and bytes that are
/// not UTF-8 `\xff`.
std::string visible(std::string_view text);

} // namespace tally
