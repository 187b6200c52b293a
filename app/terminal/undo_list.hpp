#pragma once

#include "messages/payload.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tally {

/// What one line changed.
struct change {
  word_counts added;
  word_counts taken; ///< Occurrences that were taken back.
  left_out rejected; ///< Words that were not added, by the rules.

  bool moved_on = false; ///< N-grams may start with other words now.
  std::vector<std::string> before{}; ///< If so, with what they could before.
};

/// The last changes, so that they can be undone.
class undo_list {
public:
  /// Older changes are forgotten.
  static constexpr size_t most_changes = 100;

  void push(change x) {
    if (x.added.empty() && x.taken.empty() && !x.moved_on)
      return;
    if (changes_.size() == most_changes)
      changes_.pop_front();
    changes_.push_back(std::move(x));
  }

  /// Takes out the last change there is.
  std::optional<change> pop() {
    if (changes_.empty())
      return std::nullopt;
    auto result = std::move(changes_.back());
    changes_.pop_back();
    return result;
  }

  void clear() {
    changes_.clear();
  }

private:
  std::deque<change> changes_;
};

} // namespace tally
