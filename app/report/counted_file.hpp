#pragma once

#include "messages/payload.hpp"
#include "messages/ranking.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// An input and what was counted in it. Copies share the counts, which do not
/// change any more.
struct counted_file {
  std::string name;                        ///< As it was given.
  std::shared_ptr<const word_table> table; ///< Null if there is no count.

  /// Returns how often `word` occurs in it.
  uint64_t count(std::string_view word) const;

  /// Returns how much was counted in it.
  totals all() const;
};

using counted_files = std::vector<counted_file>;

/// Returns how often each word occurs in each of `files`, word by word.
std::vector<uint64_t> counts_by_file(const counted_files& files,
                                     std::span<const ranked_word> words);

} // namespace tally
