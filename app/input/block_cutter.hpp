#pragma once

#include "app/input/byte_source.hpp"
#include "messages/payload.hpp"
#include "messages/rules.hpp"

#include <cstddef>
#include <vector>

namespace tally {

/// Cuts the bytes of sources into blocks that end between two words.
class block_cutter {
public:
  /// Cuts where `rules` allow it.
  explicit block_cutter(const counting_rules& rules);

  /// Puts about `size` bytes of `from` into `block`, reusing its buffer; a
  /// longer word makes a larger block. Holds back the start of a word that may
  /// go on, for the next call. Returns false at the end of `from`: the block
  /// has all that was left, if anything. Throws `std::bad_alloc`.
  bool fill(text_block& block, byte_source& from, size_t size);

  /// Returns how many bytes are held back.
  size_t held() const {
    return rest_.size();
  }

  /// Forgets what is held back.
  void drop_rest();

private:
  void start(text_block& block, size_t size);
  void keep_rest(text_block& block, size_t cut);

  counting_rules rules_;
  std::vector<char> rest_; // what followed the last cut
};

} // namespace tally
