#include "app/block_source.hpp"

#include "actors/text/tokenizer.hpp"
#include "app/diagnostics.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tally {

namespace {

// The longest white space character has three bytes: a cut may lie this much
// before the bytes that were read last.
constexpr size_t overlap = 2;

void reserve(std::vector<char>& buffer, size_t text_size) {
  buffer.resize(text_size + text_block::padding);
}

size_t capacity(const text_block& block) {
  return block.buffer.size() - text_block::padding;
}

} // namespace

block_source::block_source(std::vector<std::string> inputs, size_t block_size)
  : inputs_(std::move(inputs)), block_size_(block_size) {
  // nop
}

block_source::~block_source() {
  close_input();
}

bool block_source::next(text_block& block) {
  block.size = 0;
  while (block.size == 0 && (fd_ >= 0 || open_next()))
    fill(block);
  return block.size > 0;
}

// Reads until the block is full and can be cut, or the input has ended.
void block_source::fill(text_block& block) {
  if (block.buffer.size() != block_size_ + text_block::padding)
    block.buffer = std::vector<char>(block_size_ + text_block::padding);
  if (rest_.size() >= block_size_)
    reserve(block.buffer, 2 * rest_.size());
  std::copy(rest_.begin(), rest_.end(), block.buffer.begin());
  block.size = rest_.size();
  rest_.clear();
  for (auto searched = block.size;;) {
    while (block.size < capacity(block)) {
      auto n = read_some(block.buffer.data() + block.size,
                         capacity(block) - block.size);
      if (n == 0)
        return close_input();
      block.size += n;
    }
    auto from = searched - std::min(searched, overlap);
    if (auto cut = cut_point(block.text().substr(from)))
      return keep_rest(block, from + cut);
    searched = block.size;
    reserve(block.buffer, 2 * block.size);
  }
}

void block_source::keep_rest(text_block& block, size_t cut) {
  auto text = block.text();
  rest_.assign(text.begin() + static_cast<ptrdiff_t>(cut), text.end());
  block.size = cut;
}

bool block_source::open_next() {
  while (position_ < inputs_.size()) {
    auto& input = inputs_[position_++];
    ++totals_.inputs;
    fd_ = input == "-" ? dup(STDIN_FILENO)
                       : open(input.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ >= 0)
      return true;
    complain_about_input(errno);
  }
  return false;
}

void block_source::close_input() {
  if (fd_ >= 0)
    close(fd_);
  fd_ = -1;
}

// Returns 0 at the end of the input and where it cannot be read on.
size_t block_source::read_some(char* data, size_t size) {
  for (;;) {
    auto n = read(fd_, data, size);
    if (n >= 0) {
      totals_.bytes += static_cast<uint64_t>(n);
      return static_cast<size_t>(n);
    }
    if (errno != EINTR) {
      complain_about_input(errno);
      return 0;
    }
  }
}

void block_source::complain_about_input(int error_number) {
  ++totals_.failures;
  auto& input = inputs_[position_ - 1];
  auto name = input == "-" ? std::string{"standard input"} : "'" + input + "'";
  if (error_number == EISDIR)
    complain(name + " is a directory. Name the files in it instead.");
  else
    complain("cannot read " + name + ": " + system_reason(error_number)
             + ". What it holds beyond that was not counted.");
}

} // namespace tally
