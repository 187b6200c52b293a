#pragma once

#include "app/input/byte_source.hpp"
#include "app/input/reading.hpp"
#include "messages/payload.hpp"

#include <memory>
#include <string>

namespace tally {

/// Opens the file `path`, or standard input for "-", and returns the text in
/// it. What its first bytes show to be compressed is decompressed, once. A
/// byte order mark is left out; UTF-16, which has to start with one, becomes
/// UTF-8. Counts in `counted` the input and its kind, and as it is read, its
/// bytes. Reads as long as `how` lets it; both have to outlive the result.
/// Throws `std::bad_alloc`.
std::unique_ptr<byte_source> open_input(const std::string& path,
                                        input_totals& counted, reading& how);

/// Does the same for a file, even one that is called "-".
std::unique_ptr<byte_source> open_file(const std::string& path,
                                       input_totals& counted, reading& how);

} // namespace tally
