#pragma once

#include <string>
#include <string_view>

namespace tally {

/// Tells whether all of `text` is UTF-8.
bool is_utf8(std::string_view text);

/// Appends `text` as a string in JSON, in quotes. Everything a terminal might
/// obey is escaped; U+FFFD stands for each byte that is not UTF-8.
std::string& append_json(std::string& to, std::string_view text);

/// Appends two hexadecimal digits for each byte of `bytes`.
std::string& append_hex(std::string& to, std::string_view bytes);

} // namespace tally
