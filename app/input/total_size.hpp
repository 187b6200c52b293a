#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tally {

/// Returns how many bytes there are after the offset of `fd`, as some may have
/// been read before; nothing unless it is a regular file.
std::optional<uint64_t> size_left(int fd);

/// Returns how many bytes there are to read in all of `inputs`, "-" being
/// standard input; nothing unless each is a regular file, as only theirs is
/// known in advance.
std::optional<uint64_t> total_size(const std::vector<std::string>& inputs);

} // namespace tally
