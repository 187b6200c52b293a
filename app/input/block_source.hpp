#pragma once

#include "app/input/byte_source.hpp"
#include "messages/payload.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace tally {

/// The text of all inputs, one after the other, as blocks that end between two
/// words. An input that cannot be read on is complained about and passed over;
/// what was read of it is kept.
class block_source {
public:
  static constexpr size_t default_block_size = 256 * 1024;

  /// Reads the files `inputs`, "-" being standard input, in blocks of about
  /// `block_size` bytes; a longer word makes a larger block.
  explicit block_source(std::vector<std::string> inputs,
                        size_t block_size = default_block_size);

  block_source(const block_source&) = delete;

  block_source& operator=(const block_source&) = delete;

  /// Puts the next piece of input into `block`, reusing its buffer. Returns
  /// false when there is no more. Throws `std::bad_alloc`.
  bool next(text_block& block);

  const input_totals& totals() const {
    return totals_;
  }

private:
  bool open_next();
  void close_input();
  void fill(text_block& block);
  void keep_rest(text_block& block, size_t cut);

  std::vector<std::string> inputs_;
  size_t block_size_;
  size_t position_ = 0;               // of the input after the open one
  std::unique_ptr<byte_source> open_; // null if there is none
  std::vector<char> rest_; // what followed the last cut: the start of a word
  input_totals totals_;
};

} // namespace tally
