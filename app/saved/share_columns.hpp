// The shares in lines of saved counts, told from words that look like them.
// Words that are lines may start with numbers and tabs. But shares are all of
// one sum, no less than that of the counts, which each of them bounds: where no
// sum fits, there are no shares.

#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace tally {

/// The columns of shares that lines of saved counts may have.
class share_columns {
public:
  share_columns(bool percent, bool cumulative)
    : percent_(percent), cumulative_(cumulative) {
    // nop
  }

  /// Cuts the shares off `text`, which follows the count of the next line.
  /// Returns false if it does not start with as many shares, or with some that
  /// do not fit the counts so far.
  bool take_off(std::string_view& text, uint64_t count);

  /// Tells whether the shares are those of all counts together, if there are
  /// any. Others may be, where words were left out, or may be parts of words.
  bool fit_all() const;

private:
  bool take_off(std::string_view& text, double part);

  bool percent_;
  bool cumulative_;
  uint64_t up_to_ = 0; // sum of the counts so far
  double least_ = 0;   // what the sum of all counts is between
  double most_ = std::numeric_limits<double>::infinity();
};

} // namespace tally
