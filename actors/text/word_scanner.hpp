// Finds words without looking at single bytes. A text is taken in pieces of
// 8 KB. A bit mask tells which bytes are white space; a mask combined with
// itself, shifted by one, has a bit wherever a word starts or ends, and the
// positions of these bits are written to a list, where starts and ends take
// turns. No branch depends on the text. A word cut by the end of its piece is
// where the next piece starts, so that words are always whole. What then
// remains of the work is a plain loop over the list.

#pragma once

#include "actors/text/bit_list.hpp"
#include "actors/text/byte_classes.hpp"
#include "actors/text/word_edges.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tally {

/// The number of bytes after a text that a scanner may read. It makes nothing
/// of them.
constexpr size_t block_padding = 64;

/// Delivers the words of a text, piece by piece.
class word_scanner {
public:
  /// Scans `text`, which must be followed by `block_padding` readable bytes.
  explicit word_scanner(std::string_view text,
                        instruction_set which = best_instruction_set());

  /// Moves on to the next piece. Returns whether there is one.
  bool next();

  /// Returns the start of the piece.
  const char* base() const noexcept {
    return base_;
  }

  /// Returns the number of words in the piece, but for a giant one.
  size_t words() const noexcept {
    return words_;
  }

  /// Returns the edges of word `i`.
  word_edges word(size_t i) const noexcept {
    return {edges_[2 * i], edges_[2 * i + 1]};
  }

  /// Returns where the words start and end, in turns.
  std::span<const uint16_t> edges() const noexcept {
    return {edges_.data(), 2 * words_};
  }

  /// Returns a word too long for a piece, or nothing. A piece with a giant
  /// has no other words.
  std::string_view giant() const noexcept {
    return giant_;
  }

private:
  static constexpr size_t piece_size = 8192;

  void classify(const char* from);
  void add_long_spaces(size_t chunk);
  size_t list_edges();
  void finish_giant();
  size_t leading_word_bytes() const;

  const char* base_ = nullptr;
  const char* next_;
  const char* last_;
  classify_function classify_bytes_;
  bit_list_function list_bits_;
  size_t size_ = 0;
  size_t words_ = 0;
  std::string_view giant_;
  std::array<byte_classes, piece_size / 64> classes_;
  std::array<uint64_t, piece_size / 64> edge_masks_;
  std::array<uint16_t, piece_size + 1 + bit_list_excess> edges_;
};

} // namespace tally
