#pragma once

#include "app/report/rule_list.hpp"

#include <string>
#include <string_view>

namespace tally {

/// Tells whether all of `text` is UTF-8.
bool is_utf8(std::string_view text);

/// Appends `text` as a string in JSON, in quotes. Everything a terminal might
/// obey is escaped; U+FFFD stands for each byte that is not UTF-8.
std::string& append_json(std::string& to, std::string_view text);

/// Appends an object with a member for each of `rules`.
std::string& append_json(std::string& to, const rule_list& rules);

/// Appends the member `name` with `word`, and if that is not UTF-8, a member
/// `bytes` with all of it in hexadecimal digits.
std::string& append_json_word(std::string& to, std::string_view name,
                              std::string_view word);

/// Appends two hexadecimal digits for each byte of `bytes`.
std::string& append_hex(std::string& to, std::string_view bytes);

} // namespace tally
