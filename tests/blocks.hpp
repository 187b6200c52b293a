#pragma once

#include "messages/payload.hpp"

#include <algorithm>
#include <string_view>

namespace tally::test {

/// Returns a block that holds `text`, with padding that would count as words.
inline text_block block_of(std::string_view text) {
  text_block block;
  block.buffer.assign(text.size() + text_block::padding, '?');
  std::copy(text.begin(), text.end(), block.buffer.begin());
  block.size = text.size();
  return block;
}

} // namespace tally::test
