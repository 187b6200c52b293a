#include "actors/rules/text_scanner.hpp"

#include "actors/rules/text_cut.hpp"
#include "actors/rules/utf8.hpp"
#include "actors/text/bit_list.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <stdexcept>

namespace tally {

namespace {

// What words consist of, but for the marks that join them.
constexpr auto word_characters = {&letter_masks::letters, &letter_masks::digits,
                                  &letter_masks::connectors};

} // namespace

text_scanner::text_scanner(instruction_set which)
  : find_letters_{find_letters(which)} {
}

void text_scanner::scan(std::string_view text) {
  next_ = text.data();
  last_ = next_ + text.size();
}

bool text_scanner::next() {
  if (next_ == last_)
    return false;
  base_ = next_;
  size_ = size_of_piece();
  next_ = base_ + size_;
  classify();
  list_edges();
  if (!stretch_words_.empty())
    merge_stretches();
  return true;
}

size_t text_scanner::size_of_piece() const {
  auto rest = static_cast<size_t>(last_ - base_);
  auto size = piece_size;
  for (; size < rest; size *= 2)
    if (auto cut = text_cut_point({base_, size}))
      return cut;
  if (size > std::numeric_limits<int32_t>::max())
    throw std::length_error{"A text without a place to cut is too long."};
  return rest;
}

// Beyond the end of the piece there is nothing that words are made of.
void text_scanner::classify() {
  auto chunks = (size_ + 63) / 64;
  masks_.resize(chunks + 1);
  find_letters_(base_, {masks_.data(), chunks});
  masks_[chunks] = {};
  if (size_ % 64 != 0) {
    auto& x = masks_[chunks - 1];
    auto inside = ~(~uint64_t{0} << size_ % 64);
    for (auto which : {&letter_masks::letters, &letter_masks::digits,
                       &letter_masks::connectors, &letter_masks::wide})
      x.*which &= inside;
  }
  marks_.clear();
  stretch_words_.clear();
  for (size_t at = 0; (at = next_wide(at)) < size_;)
    at = add_wide_character(at);
  join_wide();
}

size_t text_scanner::next_wide(size_t from) const {
  auto i = from / 64;
  auto wide = masks_[i].wide >> from % 64 << from % 64;
  while (wide == 0) {
    if (++i * 64 >= size_)
      return size_;
    wide = masks_[i].wide;
  }
  return i * 64 + static_cast<size_t>(std::countr_zero(wide));
}

// Returns where the text goes on.
size_t text_scanner::add_wide_character(size_t at) {
  auto [code, size] = decode(base_ + at, base_ + size_);
  auto effect = code < 0 ? character_effect::needs_segmenter : effect_of(code);
  switch (effect) {
    using enum character_effect;
  case separates:
    break;
  case is_letter:
    set(&letter_masks::letters, at, size);
    break;
  case is_digit:
    set(&letter_masks::digits, at, size);
    break;
  case extends:
    return add_extension(at, size);
  case needs_segmenter:
    return add_stretch(at);
  default:
    marks_.push_back({static_cast<uint32_t>(at), static_cast<uint8_t>(size),
                      effect != joins_digits, effect != joins_letters});
  }
  return at + size;
}

// Returns where the text goes on. What the character extends is told by the
// byte before it.
size_t text_scanner::add_extension(size_t at, size_t size) {
  if (at == 0)
    return at + size;
  auto after_mark
      = has(&letter_masks::quotes, at - 1) || has(&letter_masks::colons, at - 1)
        || has(&letter_masks::commas, at - 1)
        || (!marks_.empty() && marks_.back().at + marks_.back().size == at);
  if (after_mark)
    return add_stretch(at);
  for (auto which : word_characters)
    if (has(which, at - 1))
      set(which, at, size);
  return at + size;
}

// Leaves the text around `at` to the segmenter. Returns where it ends.
size_t text_scanner::add_stretch(size_t at) {
  std::string_view text{base_, size_};
  auto first = at;
  while (first > 0 && !may_cut_text(text, first))
    --first;
  auto last = at + 1;
  while (last < size_ && !may_cut_text(text, last))
    ++last;
  for (auto i = first; i < last; ++i)
    for (auto which : word_characters)
      masks_[i / 64].*which &= ~(uint64_t{1} << i % 64);
  if (!segmenter_)
    segmenter_.emplace();
  auto offset = static_cast<uint32_t>(first);
  for (auto& x : segmenter_->words(text.substr(first, last - first)))
    stretch_words_.push_back({offset + x.first, offset + x.last});
  return last;
}

// Makes punctuation part of the word around it.
void text_scanner::join_wide() {
  for (auto& mark : marks_) {
    auto after = mark.at + mark.size;
    auto between = [&](mask which) {
      return mark.at > 0 && has(which, mark.at - 1) && has(which, after);
    };
    if (mark.joins_letters && between(&letter_masks::letters))
      set(&letter_masks::letters, mark.at, mark.size);
    else if (mark.joins_digits && between(&letter_masks::digits))
      set(&letter_masks::digits, mark.at, mark.size);
  }
}

void text_scanner::list_edges() {
  size_t edges = 0;
  letter_masks before{};
  uint64_t word_before = 0;
  uint64_t connectors = 0;
  for (size_t i = 0; i * 64 < size_; ++i) {
    auto& x = masks_[i];
    auto between = [&](mask which) {
      return (x.*which << 1 | before.*which >> 63)
             & (x.*which >> 1 | masks_[i + 1].*which << 63);
    };
    auto word = x.letters | x.digits | x.connectors
                | ((x.quotes | x.colons) & between(&letter_masks::letters))
                | ((x.quotes | x.commas) & between(&letter_masks::digits));
    if (edges_.size() < edges + 65 + bit_list_excess)
      edges_.resize(2 * edges_.size() + 65 + bit_list_excess);
    auto to = edges_.data() + edges;
    edges = append_bits(word ^ (word << 1 | word_before >> 63), i * 64, to)
            - edges_.data();
    connectors |= x.connectors;
    word_before = word;
    before = x;
  }
  if (edges % 2 != 0)
    edges_[edges++] = static_cast<uint32_t>(size_);
  words_ = edges / 2;
  if (connectors != 0)
    drop_connectors();
}

// Words must not be made of connectors alone.
void text_scanner::drop_connectors() {
  size_t kept = 0;
  for (size_t i = 0; i < words_; ++i) {
    auto [first, last] = word(i);
    auto at = first;
    while (at < last && has(&letter_masks::connectors, at))
      ++at;
    if (at == last)
      continue;
    edges_[2 * kept] = first;
    edges_[2 * kept + 1] = last;
    ++kept;
  }
  words_ = kept;
}

void text_scanner::merge_stretches() {
  merged_.clear();
  auto add = [this](segment x) {
    merged_.push_back(x.first);
    merged_.push_back(x.last);
  };
  size_t i = 0;
  for (auto& x : stretch_words_) {
    for (; i < words_ && word(i).first < x.first; ++i)
      add(word(i));
    add(x);
  }
  for (; i < words_; ++i)
    add(word(i));
  words_ = merged_.size() / 2;
  edges_.swap(merged_);
}

bool text_scanner::has(mask which, size_t at) const {
  return masks_[at / 64].*which >> at % 64 & 1;
}

// At most four bytes.
void text_scanner::set(mask which, size_t at, size_t size) {
  auto bits = (uint64_t{1} << size) - 1;
  auto shift = at % 64;
  masks_[at / 64].*which |= bits << shift;
  if (shift + size > 64)
    masks_[at / 64 + 1].*which |= bits >> (64 - shift);
}

character_effect text_scanner::effect_of(int32_t code) {
  auto find_out
      = [](int32_t x) { return static_cast<uint8_t>(find_effect(x)); };
  return static_cast<character_effect>(effects_.get(code, find_out));
}

} // namespace tally
