#pragma once

#include "actors/rules/word_counter.hpp"
#include "app/diagnostics.hpp"
#include "app/input/block_cutter.hpp"
#include "app/input/byte_source.hpp"
#include "app/input/file_part.hpp"
#include "app/input/reading.hpp"
#include "messages/payload.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// The largest size of a block, for fast reading by `threads` > 0: large blocks
/// wake threads less often, but there may be several for each of them.
constexpr size_t usual_block_size(size_t threads) {
  constexpr size_t one_for_each = 8 * 1024 * 1024;
  return std::clamp<size_t>(one_for_each / threads, 256 * 1024, 1024 * 1024);
}

/// The text of all inputs, one after the other, as blocks that end between two
/// words. An input that cannot be read on is complained about and passed over;
/// what was read of it is kept.
class block_source {
public:
  /// Reads the files `inputs`, "-" being standard input, in blocks that grow to
  /// about `block_size` bytes; a longer word makes a larger one. Reads to the
  /// end unless `how` lets it stop before; a word that may be cut in two there
  /// is left out. Cuts where `rules` allow it. Numbers the inputs from 1 if
  /// they are to be `told_apart`. Has parts of large files for several
  /// `readers`.
  explicit block_source(std::vector<std::string> inputs,
                        size_t block_size = usual_block_size(1),
                        reading how = reading{},
                        complain_function complain = tally::complain,
                        const counting_rules& rules = {},
                        bool told_apart = false, size_t readers = 1);

  block_source(const block_source&) = delete;

  block_source& operator=(const block_source&) = delete;

  /// Puts the next piece of input into `block`, reusing its buffer. Returns
  /// false when there is no more. Throws `std::bad_alloc`.
  bool next(text_block& block);

  /// Returns a part of a file for whoever counts it to read, and to `settle`
  /// then; null if what comes next has to be read by `next`.
  std::shared_ptr<file_part> next_part();

  /// Takes into account what was read of `part`, a part of this source.
  void settle(const file_part& part);

  const input_totals& totals() const {
    return totals_;
  }

private:
  bool has_more() const;
  bool may_be_shared() const;
  void open_next();
  void close_input(bool was_empty);
  void end_input(text_block& block);
  void stop(text_block& block);
  void fill(text_block& block);
  void pass_words_on(text_block& block);
  void fail(size_t position, const std::string& failure, bool was_empty);

  std::vector<std::string> inputs_;
  size_t largest_block_;
  size_t next_block_; // size of the next; small at first, as most texts are
  reading how_;
  complain_function complain_;
  counting_rules rules_;
  bool told_apart_;
  std::optional<word_counter> ngrams_; // finds the words between blocks
  std::vector<std::string> before_;    // those for the next block
  size_t position_ = 0;                // of the input after the open one
  std::unique_ptr<byte_source> open_;  // null if there is none
  bool is_empty_ = true;               // no text came of `open_` so far
  block_cutter cutter_;
  size_t readers_;
  std::set<size_t> failed_; // positions of inputs complained about
  input_totals totals_;
};

} // namespace tally
