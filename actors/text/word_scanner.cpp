#include "actors/text/word_scanner.hpp"

#include "actors/text/bit_list.hpp"
#include "actors/text/white_space.hpp"

#include <algorithm>
#include <bit>

namespace tally {

word_scanner::word_scanner(std::string_view text, instruction_set which)
  : next_{text.data()},
    last_{text.data() + text.size()},
    classify_bytes_{classify_bytes(which)},
    list_bits_{list_bits(which)} {
}

bool word_scanner::next() {
  if (next_ == last_)
    return false;
  giant_ = {};
  classify(next_);
  auto edges = list_edges();
  words_ = edges / 2;
  if (edges % 2 == 1) {
    next_ = base_ + edges_[edges - 1];
    if (next_ == base_)
      finish_giant();
  }
  return true;
}

// Beyond the end of the text everything counts as white space.
void word_scanner::classify(const char* from) {
  base_ = from;
  size_ = std::min<size_t>(last_ - base_, piece_size);
  next_ = base_ + size_;
  auto chunks = (size_ + 63) / 64;
  classify_bytes_(base_, {classes_.data(), chunks});
  if (size_ % 64 != 0)
    classes_[chunks - 1].spaces |= ~uint64_t{0} << size_ % 64;
  for (size_t i = 0; i < chunks; ++i)
    if (classes_[i].leads != 0) [[unlikely]]
      add_long_spaces(i);
}

// Marks white space of two and three bytes. Where it reaches beyond the piece
// the next one starts after it.
void word_scanner::add_long_spaces(size_t chunk) {
  for (auto leads = classes_[chunk].leads; leads != 0; leads &= leads - 1) {
    auto first = chunk * 64 + static_cast<size_t>(std::countr_zero(leads));
    if (first >= size_)
      return;
    auto last = first + space_size(base_ + first, last_);
    for (auto i = first; i < std::min(last, size_); ++i)
      classes_[i / 64].spaces |= uint64_t{1} << i % 64;
    next_ = std::max(next_, base_ + last);
  }
}

// Returns the number of edges, which is odd if the end of the piece cuts a
// word. The end of the text ends a word, too.
size_t word_scanner::list_edges() {
  auto chunks = (size_ + 63) / 64;
  uint64_t before = 1;
  for (size_t i = 0; i < chunks; ++i) {
    auto spaces = classes_[i].spaces;
    edge_masks_[i] = spaces ^ (spaces << 1 | before);
    before = spaces >> 63;
  }
  auto to = list_bits_({edge_masks_.data(), chunks}, edges_.data());
  if (before == 0 && base_ + size_ == last_)
    *to++ = static_cast<uint16_t>(size_);
  return to - edges_.data();
}

// Looks for the end of a word that fills its piece.
void word_scanner::finish_giant() {
  auto start = base_;
  auto end = base_ + size_;
  for (size_t skipped = size_; skipped == size_ && end != last_;) {
    classify(end);
    skipped = leading_word_bytes();
    end += skipped;
  }
  giant_ = {start, static_cast<size_t>(end - start)};
  next_ = end;
}

// Returns the number of bytes before the first white space of the piece.
size_t word_scanner::leading_word_bytes() const {
  for (size_t i = 0; i * 64 < size_; ++i)
    if (auto spaces = classes_[i].spaces; spaces != 0)
      return i * 64 + static_cast<size_t>(std::countr_zero(spaces));
  return size_;
}

} // namespace tally
