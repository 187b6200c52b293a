// Text with the readable bytes behind it that scanners ask for.

#pragma once

#include "actors/text/word_scanner.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

namespace tally::test {

/// A copy of a text on the heap, with exactly the padding needed, so that
/// sanitizers notice if more is read. The padding would change all counts if
/// it was taken for text.
class padded {
public:
  explicit padded(std::string_view text, char padding = 'x')
    : size_{text.size()}, bytes_{new char[size_ + block_padding]} {
    text.copy(bytes_.get(), size_);
    std::fill_n(bytes_.get() + size_, block_padding, padding);
  }

  std::string_view text() const {
    return {bytes_.get(), size_};
  }

private:
  size_t size_;
  std::unique_ptr<char[]> bytes_;
};

} // namespace tally::test
