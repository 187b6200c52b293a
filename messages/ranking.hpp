// What a report is made of, and in which order.

#pragma once

#include "messages/caf_compat.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tally {

/// What the lines of a report are sorted by.
enum class order : uint8_t {
  count, ///< Most frequent first, ties by the word's bytes.
  word,  ///< By the word's bytes.
};

/// Which words are ranked, and in what order.
struct ranking_rules {
  order by = order::count;
  uint64_t min_count = 0; ///< Words that occur less often are left out.
  uint64_t top = std::numeric_limits<uint64_t>::max(); ///< Words to keep.
};

/// What there is to report, and how much of it `min_count` keeps.
struct ranking_summary {
  uint64_t tokens = 0;     ///< Sum of all counts.
  uint64_t distinct = 0;   ///< Number of all words.
  uint64_t kept = 0;       ///< Number of words with at least `min_count`.
  uint64_t most_often = 0; ///< The highest count.

  ranking_summary& operator+=(const ranking_summary& other) {
    tokens += other.tokens;
    distinct += other.distinct;
    kept += other.kept;
    most_often = std::max(most_often, other.most_often);
    return *this;
  }
};

/// A word as it appears in a report.
struct ranked_word {
  std::string_view word;
  uint64_t count;
};

/// Tells whether `a` comes before `b` in a report. Both have a word and a
/// count.
template <class A, class B>
bool is_ranked_before(const A& a, const B& b, order by) {
  return by == order::count && a.count != b.count ? a.count > b.count
                                                  : a.word < b.word;
}

/// Words that follow each other in a report, in order.
struct ranked_piece {
  std::span<const ranked_word> words;
  uint64_t rank = 0;          ///< Number of words in all pieces before.
  uint64_t tokens_before = 0; ///< Sum of their counts.
};

/// Appends a piece of a ranking to a text. Called by several threads at a time.
using render_function
    = std::function<void(std::string& text, const ranked_piece& piece)>;

class rank_bounds;
struct dealt_shard;
struct unsorted_piece;

/// Steps of a ranking, changing hands between actors of one process: whoever
/// holds one after the message arrived owns it alone. The memory that records
/// of several pieces lie in does not change any more.
using rank_bounds_ptr = std::shared_ptr<const rank_bounds>;
using dealt_shard_ptr = std::shared_ptr<dealt_shard>;
using unsorted_piece_ptr = std::shared_ptr<unsorted_piece>;

} // namespace tally
