#include "app/input/block_source.hpp"

#include "actors/rules/cut_point.hpp"
#include "app/input/open_input.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

constexpr size_t first_block = 16 * 1024;

void reserve(std::vector<char>& buffer, size_t text_size) {
  buffer.resize(text_size + text_block::padding);
}

size_t capacity(const text_block& block) {
  return block.buffer.size() - text_block::padding;
}

} // namespace

block_source::block_source(std::vector<std::string> inputs, size_t block_size,
                           reading how, complain_function complain,
                           const counting_rules& rules, bool told_apart)
  : inputs_(std::move(inputs)),
    largest_block_(block_size),
    next_block_(std::min(block_size, first_block)),
    how_(std::move(how)),
    complain_(std::move(complain)),
    rules_(rules),
    told_apart_(told_apart) {
  if (rules_.ngram > 1)
    ngrams_.emplace(rules_);
}

bool block_source::next(text_block& block) {
  block.size = 0;
  while (block.size == 0 && !totals_.interrupted && has_more()) {
    // A little that is read may be a lot to decompress.
    totals_.interrupted = how_.has_to_stop();
    if (!totals_.interrupted)
      fill(block);
  }
  totals_.text_bytes += block.size;
  if (ngrams_)
    pass_words_on(block);
  return block.size > 0;
}

void block_source::pass_words_on(text_block& block) {
  block.before = before_;
  before_ = ngrams_->words_before_next(block.text(), before_);
}

// Reads until the block is full and can be cut, or the input has ended.
void block_source::fill(text_block& block) {
  if (!open_) {
    open_ = open_input(inputs_[position_++], totals_, how_);
    text_before_ = totals_.text_bytes;
    before_.clear();
  }
  block.input = told_apart_ ? position_ : 0;
  if (block.buffer.size() != next_block_ + text_block::padding)
    block.buffer = std::vector<char>(next_block_ + text_block::padding);
  if (rest_.size() >= next_block_)
    reserve(block.buffer, 2 * rest_.size());
  std::copy(rest_.begin(), rest_.end(), block.buffer.begin());
  block.size = rest_.size();
  rest_.clear();
  for (auto searched = block.size;;) {
    while (block.size < capacity(block)) {
      auto n = open_->read(block.buffer.data() + block.size,
                           capacity(block) - block.size);
      if (n == 0)
        return end_input(block);
      block.size += n;
    }
    auto from = searched - std::min(searched, cut_context);
    if (auto cut = cut_point(block.text().substr(from), rules_))
      return keep_rest(block, from + cut);
    searched = block.size;
    reserve(block.buffer, 2 * block.size);
  }
}

void block_source::keep_rest(text_block& block, size_t cut) {
  auto text = block.text();
  rest_.assign(text.begin() + static_cast<ptrdiff_t>(cut), text.end());
  block.size = cut;
  next_block_ = std::min(2 * next_block_, largest_block_);
}

bool block_source::has_more() const {
  return open_ || position_ < inputs_.size();
}

void block_source::end_input(text_block& block) {
  if (how_.has_stopped())
    stop(block);
  else
    close_input(totals_.text_bytes + block.size == text_before_);
}

// What was not read yet may go on in the middle of a word, and so may what is
// compressed. A pipe that has nothing more to say has said its last word.
void block_source::stop(text_block& block) {
  totals_.interrupted = true;
  if (how_.left_something() || !open_->failure().empty())
    block.size = cut_point(block.text(), rules_);
  open_ = nullptr;
}

void block_source::close_input(bool was_empty) {
  auto failure = std::exchange(open_, nullptr)->failure();
  if (failure.empty())
    return;
  ++totals_.failures;
  complain_(input_name(inputs_[position_ - 1]) + ' ' + failure
            + (was_empty ? " Nothing of it was counted."
                         : " What could be read was counted."));
}

} // namespace tally
