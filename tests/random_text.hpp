#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tally::test {

/// Returns lines of ASCII words, few of them frequent and many rare.
std::string prose(uint64_t seed, size_t size);

/// Returns words with lengths around powers of two, up to 32 KiB.
std::string uneven_words(uint64_t seed, size_t size);

/// Returns any bytes at all.
std::string any_bytes(uint64_t seed, size_t size);

} // namespace tally::test
