#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

namespace tally::test {

/// Makes up texts, the same on every machine for the same seed.
class random_text {
public:
  explicit random_text(uint64_t seed) : engine_(seed) {
    // nop
  }

  /// Lines of ASCII words, few of them frequent and many rare.
  std::string prose(size_t size);

  /// Short words between all kinds of white space, whole and in pieces.
  std::string soup(size_t size);

  /// Words with lengths around powers of two, up to 32 KiB.
  std::string lengths(size_t size);

  /// Any bytes at all.
  std::string bytes(size_t size);

private:
  /// Returns a number less than `limit`.
  size_t below(size_t limit);

  std::mt19937_64 engine_;
};

} // namespace tally::test
