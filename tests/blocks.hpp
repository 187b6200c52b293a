#pragma once

#include "messages/payload.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally::test {

/// Returns a block that holds `text`, with padding that would count as words.
inline text_block block_of(std::string_view text) {
  text_block block;
  block.buffer.assign(text.size() + text_block::padding, '?');
  std::copy(text.begin(), text.end(), block.buffer.begin());
  block.size = text.size();
  return block;
}

/// Texts that come as one block each.
class text_in_blocks : public text_source {
public:
  explicit text_in_blocks(std::vector<std::string> texts)
    : texts_(std::move(texts)) {
    // nop
  }

  bool next(text_block& block) override {
    if (next_ == texts_.size())
      return false;
    block = block_of(texts_[next_++]);
    return true;
  }

private:
  std::vector<std::string> texts_;
  size_t next_ = 0;
};

} // namespace tally::test
