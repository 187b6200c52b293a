#include "app/input/block_cutter.hpp"

#include "actors/rules/cut_point.hpp"

#include <algorithm>

namespace tally {

namespace {

void reserve(std::vector<char>& buffer, size_t text_size) {
  buffer.resize(text_size + text_block::padding);
}

size_t capacity(const text_block& block) {
  return block.buffer.size() - text_block::padding;
}

// Returns whether the block is full; otherwise `from` has ended.
bool fill_up(text_block& block, byte_source& from) {
  while (block.size < capacity(block)) {
    auto n = from.read(block.buffer.data() + block.size,
                       capacity(block) - block.size);
    if (n == 0)
      return false;
    block.size += n;
  }
  return true;
}

} // namespace

block_cutter::block_cutter(const counting_rules& rules) : rules_(rules) {
  // nop
}

bool block_cutter::fill(text_block& block, byte_source& from, size_t size) {
  start(block, size);
  for (auto searched = block.size; fill_up(block, from);) {
    auto known = searched - std::min(searched, cut_context);
    if (auto cut = cut_point(block.text().substr(known), rules_)) {
      keep_rest(block, known + cut);
      return true;
    }
    searched = block.size;
    reserve(block.buffer, 2 * block.size);
  }
  return false;
}

void block_cutter::drop_rest() {
  rest_.clear();
}

void block_cutter::start(text_block& block, size_t size) {
  if (block.buffer.size() != size + text_block::padding)
    block.buffer = std::vector<char>(size + text_block::padding);
  if (rest_.size() >= size)
    reserve(block.buffer, 2 * rest_.size());
  std::copy(rest_.begin(), rest_.end(), block.buffer.begin());
  block.size = rest_.size();
  rest_.clear();
}

void block_cutter::keep_rest(text_block& block, size_t cut) {
  auto text = block.text();
  rest_.assign(text.begin() + static_cast<ptrdiff_t>(cut), text.end());
  block.size = cut;
}

} // namespace tally
