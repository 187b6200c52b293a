#pragma once

#include <string>
#include <vector>

namespace tally::test {

/// The programs that compress, each as a filter and in a hurry.
inline const std::vector<std::string> compressors{"gzip -1c", "bzip2 -1c",
                                                  "xz -0c", "zstd -1c"};

/// Returns what `compressor`, a shell command, makes of `text`. Throws if the
/// command fails.
std::string compressed(const std::string& compressor, const std::string& text);

} // namespace tally::test
