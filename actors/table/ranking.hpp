// Puts millions of words in the order of a report. First the words are dealt
// into buckets, each of which takes all that lies between two bounds; the
// bounds are drawn from a sample, so that all buckets get about the same number
// of words. Dealing copies words: bucket by bucket they lie side by side, where
// they were all over the memory. Then each bucket is sorted on its own, by
// whoever is free, in the processor's caches. As it is known beforehand what is
// in a bucket, so is its place in the report. A bound and a word are compared
// as numbers, made of the count and the first bytes, which nearly always
// suffice.

#pragma once

#include "actors/table/record_list.hpp"
#include "actors/table/word_shard.hpp"
#include "messages/payload.hpp"
#include "messages/ranking.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tally {

/// Words that follow each other in the report, in no order.
struct rank_bucket {
  record_list words;
  uint64_t tokens = 0; ///< Sum of the counts.
};

/// Where one bucket ends and the next one starts.
class rank_bounds {
public:
  /// About how many words come into a bucket, unless told otherwise.
  static constexpr size_t default_bucket_size = 16384;

  /// Draws bounds for `distinct` words. `sample` is one of the shards they are
  /// in.
  rank_bounds(const ranking_rules& rules, const word_shard& sample,
              uint64_t distinct, size_t bucket_size = default_bucket_size);

  const ranking_rules& rules() const noexcept {
    return rules_;
  }

  /// Returns the number of buckets, at least 1.
  size_t buckets() const noexcept {
    return firsts_.size();
  }

  /// Returns the number of the bucket for `x`.
  size_t bucket_of(const ranked_word& x) const noexcept;

private:
  struct bound {
    std::string word;
    uint64_t count = 0;
  };

  size_t bucket_among_equals(const ranked_word& x, size_t last) const noexcept;

  ranking_rules rules_;
  std::vector<bound> firsts_;       // what each bucket starts with
  std::vector<uint64_t> positions_; // their positions
};

/// The words of one shard, dealt.
struct dealt_shard {
  std::vector<rank_bucket> buckets;
  ranking_summary summary;
};

/// Deals the words of `shard` into buckets, and empties it. Throws
/// `std::bad_alloc`.
dealt_shard deal(word_shard& shard, const rank_bounds& bounds);

/// What all shards have for one bucket, and its place in the report.
struct unsorted_piece {
  std::vector<rank_bucket> parts;
  uint64_t rank = 0;          ///< Number of words in all pieces before.
  uint64_t tokens_before = 0; ///< Sum of their counts.
};

/// Returns the first `n` words of `piece`, in no order. They lie in it.
std::vector<ranked_word> first_words(const unsorted_piece& piece, uint64_t n,
                                     order by);

/// Returns the totals of the first `n` words of `piece`.
totals first_of(const unsorted_piece& piece, uint64_t n, order by);

/// Returns the words of `piece` in order. They lie in it.
std::vector<ranked_word> sort(const unsorted_piece& piece, order by);

} // namespace tally
