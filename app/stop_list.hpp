#pragma once

#include <string>
#include <vector>

namespace tally {

/// Returns the words of a list to leave out: those in the file `name`, one a
/// line, compressed or not, or, if there is no such file and `name` is a
/// language's code of two letters, those that Debian's package
/// liblingua-stopwords-perl has for it. Throws `std::runtime_error` with a
/// sentence about why there is no list.
std::vector<std::string> read_stop_list(const std::string& name);

} // namespace tally
