// Finds words by Unicode's word boundaries without asking ICU where it can be
// avoided. A text is taken in pieces of about 8 KB that end where it may be
// cut. A bit mask per class of characters tells where letters, digits and so
// on are: 64 bytes of ASCII take a few instructions, other characters are put
// into the masks one by one. A punctuation mark between two letters joins
// them, which is a matter of shifting masks. What remains are characters with
// rules of their own, among them all scripts that need a dictionary: the
// stretches of text around them, from one place to cut to another, are left
// to the `segmenter`.

#pragma once

#include "actors/rules/character_effect.hpp"
#include "actors/rules/character_memo.hpp"
#include "actors/rules/segmenter.hpp"
#include "actors/text/letter_masks.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tally {

/// Delivers the words of texts, piece by piece.
class text_scanner {
public:
  explicit text_scanner(instruction_set which = best_instruction_set());

  /// Starts with `text`, which must be followed by `block_padding` readable
  /// bytes.
  void scan(std::string_view text);

  /// Moves on to the next piece. Returns whether there is one. Throws
  /// `std::length_error` for pieces of 2 GB and more.
  bool next();

  /// Returns the start of the piece.
  const char* base() const noexcept {
    return base_;
  }

  /// Returns the number of words in the piece.
  size_t words() const noexcept {
    return words_;
  }

  /// Returns word `i`, counted from the start of the piece.
  segment word(size_t i) const noexcept {
    return {edges_[2 * i], edges_[2 * i + 1]};
  }

private:
  // Punctuation beyond ASCII that may join what is before and after it.
  struct wide_mark {
    uint32_t at;
    uint8_t size;
    bool joins_letters;
    bool joins_digits;
  };

  using mask = uint64_t letter_masks::*;

  static constexpr size_t piece_size = 8192;

  size_t size_of_piece() const;
  void classify();
  size_t next_wide(size_t from) const;
  size_t add_wide_character(size_t at);
  size_t add_extension(size_t at, size_t size);
  size_t add_stretch(size_t at);
  void join_wide();
  void list_edges();
  void drop_connectors();
  void merge_stretches();

  bool has(mask which, size_t at) const;
  void set(mask which, size_t at, size_t size);
  character_effect effect_of(int32_t code);

  letter_function find_letters_;
  const char* base_ = nullptr;
  const char* next_ = nullptr;
  const char* last_ = nullptr;
  size_t size_ = 0;
  size_t words_ = 0;
  std::vector<letter_masks> masks_; // one more than needed
  std::vector<wide_mark> marks_;
  std::vector<segment> stretch_words_;
  std::vector<uint32_t> edges_;
  std::vector<uint32_t> merged_;
  character_memo effects_;
  std::optional<segmenter> segmenter_; // made for the first stretch
};

} // namespace tally
