#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// Delivers the lines of a text, piece by piece, without LF or CR LF at their
/// ends. Lines without any characters are passed over: words are not empty.
class line_scanner {
public:
  struct edges {
    size_t first;
    size_t last;
  };

  /// Starts with `text`.
  void scan(std::string_view text) {
    rest_ = text;
  }

  /// Moves on to the next lines. Returns whether there are any.
  bool next();

  const char* base() const noexcept {
    return base_;
  }

  /// Returns the number of lines in the piece.
  size_t words() const noexcept {
    return size_;
  }

  /// Returns the edges of line `i`, counted from `base()`.
  edges word(size_t i) const noexcept {
    return lines_[i];
  }

private:
  std::string_view rest_;
  const char* base_ = nullptr;
  size_t size_ = 0;
  std::array<edges, 512> lines_;
};

} // namespace tally
