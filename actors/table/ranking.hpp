// Puts millions of words in the order of a report. First the words are dealt
// into buckets, each of which takes all that lies between two bounds; the
// bounds are drawn from a sample, so that all buckets get about the same number
// of words. Words are copied to their bucket, as those that are sorted and
// printed together had better lie together: fetching each from where it was
// counted would take longer than all the rest. Then each bucket is sorted on
// its own, by whoever is free, in the processor's caches. As it is known
// beforehand what is in a bucket, so is where it goes in the report.

#pragma once

#include "actors/table/memory_area.hpp"
#include "actors/table/word_record.hpp"
#include "actors/table/word_shard.hpp"
#include "actors/table/word_sort.hpp"
#include "messages/payload.hpp"
#include "messages/ranking.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tally {

/// Words that follow each other in the report, in no order: records, one behind
/// the other.
struct rank_bucket {
  std::shared_ptr<const memory_area> memory; ///< Of all buckets of a shard.
  const char* first = nullptr;               ///< Where its records start.
  size_t record_bytes = 0;                   ///< The size of all of them.
  totals sums;                               ///< Of its words.
  uint64_t word_bytes = 0;                   ///< Sum of their lengths.

  /// Takes a word into account that is going to be one of its words.
  void expect(const ranked_word& x) noexcept {
    record_bytes += word_record::size_for(x.word.size());
    sums += {x.count, 1};
    word_bytes += x.word.size();
  }

  /// Calls `f(const word_record&)` for each word.
  template <class F>
  void for_each(F f) const {
    for_each_record(first, first + record_bytes, f);
  }
};

/// Where one bucket ends and the next one starts.
class rank_bounds {
public:
  /// About how many words come into a bucket, unless told otherwise.
  static constexpr size_t default_bucket_size = 32768;

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
  std::vector<bound> firsts_;    // what each bucket starts with
  std::vector<uint64_t> places_; // as far as `place_of` tells
};

/// The words of one shard, dealt.
struct dealt_shard {
  std::vector<rank_bucket> buckets;
  ranking_summary summary;
};

/// Copies the words of `shard` to buckets, and gives back its memory; nothing
/// must be done with it any more. The memory of all buckets is given back with
/// the last one. Throws `std::bad_alloc`; the words are then lost.
dealt_shard deal(word_shard&& shard, const rank_bounds& bounds);

/// What all shards have for one bucket, and where it goes in the report.
struct unsorted_piece {
  std::vector<rank_bucket> parts;
  uint64_t rank = 0;          ///< Number of words in all pieces before.
  uint64_t tokens_before = 0; ///< Sum of their counts.
};

/// Returns the totals of all words of `piece`.
totals totals_of(const unsorted_piece& piece);

/// Returns the first `n` words of `piece`, in no order. They lie in its
/// records.
std::vector<ranked_word> first_words(const unsorted_piece& piece, uint64_t n,
                                     order by);

/// Returns the totals of the first `n` words of `piece`.
totals first_of(const unsorted_piece& piece, uint64_t n, order by);

/// Passes the words of `piece` to `f` in order, some thousand at a time.
void sort(const unsorted_piece& piece, order by,
          const ranked_words_function& f);

} // namespace tally
