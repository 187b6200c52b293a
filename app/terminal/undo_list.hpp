#pragma once

#include "messages/payload.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace tally {

/// Returns how often each of `words` occurs among them.
word_counts counted(const std::vector<std::string>& words);

/// Returns the sum of `counts`.
uint64_t tokens_in(const word_counts& counts);

/// What one line changed.
struct change {
  word_counts added;
  word_counts taken; ///< Occurrences that were taken back.
  left_out rejected; ///< Words that were not added, by the rules.

  bool moved_on = false; ///< N-grams may start with other words now.
  std::vector<std::string> before{}; ///< If so, with what they could before.

  /// Returns how many more words were read for it, which may be less than 0:
  /// a number to add, modulo 2 to the 64.
  uint64_t net_tokens() const;
};

/// The last changes, so that they can be undone.
class undo_list {
public:
  /// Older changes are forgotten.
  static constexpr size_t most_changes = 100;

  void push(change x);

  /// Takes out the last change there is.
  std::optional<change> pop();

  void clear() {
    changes_.clear();
  }

private:
  std::deque<change> changes_;
};

} // namespace tally
