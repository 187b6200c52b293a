#include "app/input/block_source.hpp"

#include "actors/rules/cut_point.hpp"
#include "app/input/open_input.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

constexpr size_t first_block = 16 * 1024;

} // namespace

block_source::block_source(std::vector<std::string> inputs, size_t block_size,
                           reading how, complain_function complain,
                           const counting_rules& rules, bool told_apart,
                           size_t readers)
  : inputs_(std::move(inputs)),
    largest_block_(block_size),
    next_block_(std::min(block_size, first_block)),
    how_(std::move(how)),
    complain_(std::move(complain)),
    rules_(rules),
    told_apart_(told_apart),
    cutter_(rules),
    readers_(readers) {
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

void block_source::open_next() {
  open_ = open_input(inputs_[position_++], totals_, how_);
  is_empty_ = true;
  before_.clear();
}

void block_source::fill(text_block& block) {
  if (!open_)
    open_next();
  block.input = told_apart_ ? position_ : 0;
  if (cutter_.fill(block, *open_, next_block_))
    next_block_ = std::min(2 * next_block_, largest_block_);
  else
    end_input(block);
  is_empty_ = is_empty_ && block.size == 0;
}

// N-grams need the words before a part, and whoever counts alone gains more
// from having somebody else read.
bool block_source::may_be_shared() const {
  return open_ && readers_ > 1 && !ngrams_;
}

// What was held back is read again as the start of the part.
std::shared_ptr<file_part> block_source::next_part() {
  auto file = may_be_shared() ? open_->rest_of_file() : nullptr;
  if (!file || how_.has_to_stop())
    return nullptr;
  auto where = take_part(std::move(file), cutter_.held(), readers_, rules_);
  if (!where)
    return nullptr;
  totals_.bytes -= cutter_.held();
  cutter_.drop_rest();
  return std::make_shared<file_part>(std::move(*where), rules_, position_,
                                     told_apart_);
}

void block_source::settle(const file_part& part) {
  totals_.bytes += part.bytes_read();
  totals_.text_bytes += part.bytes_read();
  how_.tell(totals_.bytes);
  auto failure = part.failure();
  if (!failure.empty())
    fail(part.position(), failure, false);
}

bool block_source::has_more() const {
  return open_ || position_ < inputs_.size();
}

void block_source::end_input(text_block& block) {
  if (how_.has_stopped())
    stop(block);
  else
    close_input(is_empty_ && block.size == 0);
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
  if (!failure.empty())
    fail(position_, failure, was_empty);
}

// Several parts of a file may fail.
void block_source::fail(size_t position, const std::string& failure,
                        bool was_empty) {
  if (!failed_.insert(position).second)
    return;
  ++totals_.failures;
  complain_(input_name(inputs_[position - 1]) + ' ' + failure
            + (was_empty ? " Nothing of it was counted."
                         : " What could be read was counted."));
}

} // namespace tally
