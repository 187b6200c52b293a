#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tally {

/// A map from word to count.
class word_table {
public:
  /// Adds `n` occurrences of `word` and returns its new count.
  uint64_t add(std::string_view word, uint64_t n = 1);

  /// Returns the count of `word`, 0 if it is not in the table.
  uint64_t count(std::string_view word) const;

  /// Returns the sum of all counts.
  uint64_t tokens() const {
    return tokens_;
  }

  /// Returns the number of distinct words.
  uint64_t distinct() const {
    return counts_.size();
  }

  /// Adds all counts of `other`.
  void merge(word_table&& other);

  /// Calls `f(word, count)` for every distinct word, in no particular order.
  template <class F>
  void for_each(F f) const {
    for (auto& [word, count] : counts_)
      f(std::string_view{word}, count);
  }

private:
  std::unordered_map<std::string, uint64_t> counts_;
  uint64_t tokens_ = 0;
};

} // namespace tally
