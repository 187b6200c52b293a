#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tally {

/// Called with whole sentences on what went wrong.
using complain_function = std::function<void(std::string_view)>;

/// Prints `sentence` on stderr, after the name of the program. What a terminal
/// might obey is made visible to it.
void complain(std::string_view sentence);

/// Returns how to speak of `input`, "-" being standard input.
std::string input_name(const std::string& input);

/// Returns the system's words for `error_number`, an `errno` value.
std::string system_reason(int error_number);

} // namespace tally
