#pragma once

#include "messages/payload.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tally {

/// The inputs, one after the other, as blocks that end between two words. An
/// input that cannot be read is complained about and passed over; what was read
/// of it is kept.
class block_source {
public:
  static constexpr size_t default_block_size = 256 * 1024;

  /// Reads the files `inputs`, "-" being standard input, in blocks of about
  /// `block_size` bytes; a longer word makes a larger block.
  explicit block_source(std::vector<std::string> inputs,
                        size_t block_size = default_block_size);

  block_source(const block_source&) = delete;

  block_source& operator=(const block_source&) = delete;

  ~block_source();

  /// Puts the next piece of input into `block`, reusing its buffer. Returns
  /// false when there is no more.
  bool next(text_block& block);

  const input_totals& totals() const {
    return totals_;
  }

private:
  bool open_next();
  void close_input();
  void fill(text_block& block);
  size_t read_some(char* data, size_t size);
  void keep_rest(text_block& block, size_t cut);
  void complain_about_input(int error_number);

  std::vector<std::string> inputs_;
  size_t block_size_;
  size_t position_ = 0;    // of the input after the open one
  int fd_ = -1;            // the open input, -1 if there is none
  std::vector<char> rest_; // what followed the last cut: the start of a word
  input_totals totals_;
};

} // namespace tally
