#pragma once

#include <string>

namespace tally {

/// Returns a number of bytes as people like to read it, such as "1.2 GB";
/// a kilobyte has 1000 bytes.
std::string human_size(double bytes);

} // namespace tally
