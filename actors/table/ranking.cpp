#include "actors/table/ranking.hpp"

#include "actors/table/word_sort.hpp"

#include <algorithm>
#include <limits>

namespace tally {

namespace {

// How many words of the sample there are for each bound.
constexpr size_t samples_per_bound = 32;

uint64_t big_endian(uint64_t x) {
  return __builtin_bswap64(x);
}

rank_entry entry(const short_slot& x) {
  return {x.key, x.count, nullptr};
}

rank_entry entry(const word_record& x) {
  auto size = std::min<size_t>(x.length, sizeof(uint64_t));
  return {load_up_to_8(x.bytes(), size), x.count, &x};
}

struct more_often_or_less {
  bool operator()(const rank_entry& a, const rank_entry& b) const {
    return a.count != b.count ? a.count > b.count
                              : big_endian(a.key) < big_endian(b.key);
  }
};

struct less {
  bool operator()(const rank_entry& a, const rank_entry& b) const {
    return big_endian(a.key) < big_endian(b.key);
  }
};

// Adds to `before`, which knows no more of a word than its key, what decides
// between equal keys.
template <class Before>
bool is_before(const rank_entry& a, const rank_entry& b, Before before) {
  if (before(a, b) || before(b, a))
    return before(a, b);
  return a.word() < b.word();
}

bool is_before(const rank_entry& a, const rank_entry& b, order by) {
  return by == order::count ? is_before(a, b, more_often_or_less{})
                            : is_before(a, b, less{});
}

// Squeezes as much of a word's rank into a number as it holds. Only the order
// of different numbers is meaningful.
uint64_t position(const rank_entry& x, order by) {
  if (by == order::word)
    return big_endian(x.key);
  constexpr uint64_t limit = std::numeric_limits<uint16_t>::max();
  return x.count >= limit ? 0
                          : (limit - x.count) << 48 | big_endian(x.key) >> 16;
}

std::vector<rank_entry> draw(const word_shard& sample,
                             const ranking_rules& rules, size_t wanted) {
  std::vector<rank_entry> drawn;
  size_t seen = 0;
  auto step = sample.distinct() / std::max<size_t>(wanted, 1) + 1;
  auto look_at = [&](auto& x) {
    if (x.count >= rules.min_count && seen++ % step == 0)
      drawn.push_back(entry(x));
  };
  sample.for_each_entry(look_at);
  sort(drawn, rules.by);
  return drawn;
}

} // namespace

rank_bounds::rank_bounds(const ranking_rules& rules, const word_shard& sample,
                         uint64_t distinct, size_t bucket_size)
  : rules_{rules}, firsts_{rank_entry{}}, positions_{0} {
  auto wanted = distinct / bucket_size + 1;
  auto drawn = draw(sample, rules, wanted * samples_per_bound);
  for (size_t i = 1; i < wanted; ++i) {
    auto next = i * drawn.size() / wanted;
    if (next == (i - 1) * drawn.size() / wanted)
      continue;
    firsts_.push_back(drawn[next]);
    positions_.push_back(position(drawn[next], rules.by));
  }
}

// A binary search without branches, as no branch could be predicted.
size_t rank_bounds::bucket_of(const rank_entry& x) const noexcept {
  auto wanted = position(x, rules_.by);
  auto first = positions_.data();
  for (auto size = positions_.size(); size > 1;) {
    auto half = size / 2;
    first += static_cast<size_t>(first[half] <= wanted) * half;
    size -= half;
  }
  auto found = static_cast<size_t>(first - positions_.data());
  return *first == wanted ? bucket_among_equals(x, found) : found;
}

// A word may share its position with the first words of several buckets. The
// first bucket of all takes whatever comes before all others.
size_t rank_bounds::bucket_among_equals(const rank_entry& x,
                                        size_t last) const noexcept {
  auto before = [this](auto& a, auto& b) { return is_before(a, b, rules_.by); };
  auto start = firsts_.begin() + 1;
  auto stop = firsts_.begin() + static_cast<ptrdiff_t>(last) + 1;
  return std::upper_bound(start, stop, x, before) - start;
}

dealt_shard deal(word_shard& shard, const rank_bounds& bounds) {
  dealt_shard result;
  auto& summary = result.summary;
  summary.distinct = shard.distinct();
  result.buckets.resize(bounds.buckets());
  // Rarely more than this, as the bounds are drawn to be fair.
  auto expected = shard.distinct() / bounds.buckets() * 5 / 4;
  for (auto& x : result.buckets)
    x.words.reserve(expected);
  auto deal_word = [&](auto& x) {
    summary.tokens += x.count;
    summary.most_often = std::max(summary.most_often, x.count);
    if (x.count < bounds.rules().min_count)
      return;
    ++summary.kept;
    auto word = entry(x);
    auto& bucket = result.buckets[bounds.bucket_of(word)];
    bucket.words.push_back(word);
    bucket.tokens += x.count;
  };
  shard.consume(deal_word);
  return result;
}

std::vector<rank_entry> first_words(const unsorted_piece& piece, uint64_t n,
                                    order by) {
  std::vector<rank_entry> words;
  for (auto& x : piece.parts)
    words.insert(words.end(), x.words.begin(), x.words.end());
  if (n >= words.size())
    return words;
  auto last = words.begin() + static_cast<ptrdiff_t>(n);
  std::nth_element(words.begin(), last, words.end(),
                   [by](auto& a, auto& b) { return is_before(a, b, by); });
  words.erase(last, words.end());
  return words;
}

totals first_of(const unsorted_piece& piece, uint64_t n, order by) {
  totals all;
  for (auto& x : piece.parts)
    all += {x.tokens, x.words.size()};
  if (n == 0)
    return {};
  if (n >= all.distinct)
    return all;
  totals first{0, n};
  for (auto& x : first_words(piece, n, by))
    first.tokens += x.count;
  return first;
}

std::vector<rank_entry> collect(unsorted_piece& piece) {
  size_t size = 0;
  for (auto& x : piece.parts)
    size += x.words.size();
  std::vector<rank_entry> words;
  words.reserve(size);
  for (auto& x : piece.parts) {
    for (auto& word : x.words) {
      __builtin_prefetch(word.record);
      words.push_back(word);
    }
    x = {};
  }
  return words;
}

} // namespace tally
