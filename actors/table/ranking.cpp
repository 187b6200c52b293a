#include "actors/table/ranking.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace tally {

namespace {

// How many words of the sample there are for each bound.
constexpr size_t samples_per_bound = 32;

std::vector<ranked_word> draw(const word_shard& sample,
                              const ranking_rules& rules, size_t wanted) {
  std::vector<ranked_word> drawn;
  size_t seen = 0;
  auto step = sample.distinct() / std::max<size_t>(wanted, 1) + 1;
  sample.for_each([&](std::string_view word, uint64_t count) {
    if (count >= rules.min_count && seen++ % step == 0)
      drawn.push_back({word, count});
  });
  std::sort(drawn.begin(), drawn.end(),
            [&](auto& a, auto& b) { return is_ranked_before(a, b, rules.by); });
  return drawn;
}

constexpr auto no_bucket = std::numeric_limits<uint32_t>::max();

// Returns the number of the bucket of each word, in the order of `for_each`,
// and notes in `result` what the buckets will hold.
std::vector<uint32_t> choose(const word_shard& words, const rank_bounds& bounds,
                             dealt_shard& result) {
  std::vector<uint32_t> choices;
  choices.reserve(words.distinct());
  auto& summary = result.summary;
  summary.distinct = words.distinct();
  words.for_each([&](std::string_view word, uint64_t count) {
    summary.tokens += count;
    summary.most_often = std::max(summary.most_often, count);
    if (count < bounds.rules().min_count)
      return choices.push_back(no_bucket);
    ++summary.kept;
    choices.push_back(static_cast<uint32_t>(bounds.bucket_of({word, count})));
    result.buckets[choices.back()].expect({word, count});
  });
  return choices;
}

// Finds room for the records of all buckets. Returns where those of each start.
std::vector<char*> lay_out(std::vector<rank_bucket>& buckets) {
  size_t bytes = 0;
  for (auto& x : buckets)
    bytes += x.record_bytes;
  auto memory = std::make_shared<const memory_area>(bytes);
  std::vector<char*> starts;
  auto next = memory->data();
  for (auto& x : buckets) {
    x.memory = memory;
    x.first = next;
    starts.push_back(next);
    next += x.record_bytes;
  }
  return starts;
}

} // namespace

rank_bounds::rank_bounds(const ranking_rules& rules, const word_shard& sample,
                         uint64_t distinct, size_t bucket_size)
  : rules_{rules}, firsts_{bound{}}, places_{0} {
  auto wanted = distinct / bucket_size + 1;
  auto drawn = draw(sample, rules, wanted * samples_per_bound);
  for (size_t i = 1; i < wanted; ++i) {
    auto next = i * drawn.size() / wanted;
    if (next == (i - 1) * drawn.size() / wanted)
      continue;
    firsts_.push_back({std::string{drawn[next].word}, drawn[next].count});
    places_.push_back(place_of(drawn[next], rules.by));
  }
}

// A binary search without branches, as no branch could be predicted.
size_t rank_bounds::bucket_of(const ranked_word& x) const noexcept {
  auto place = place_of(x, rules_.by);
  auto first = places_.data();
  for (auto size = places_.size(); size > 1;) {
    auto half = size / 2;
    first += first[half] <= place ? half : 0;
    size -= half;
  }
  auto found = static_cast<size_t>(first - places_.data());
  return *first == place ? bucket_among_equals(x, found) : found;
}

// A word may share its place with the first words of several buckets. The first
// bucket of all takes whatever comes before all others.
size_t rank_bounds::bucket_among_equals(const ranked_word& x,
                                        size_t last) const noexcept {
  auto before
      = [this](auto& a, auto& b) { return is_ranked_before(a, b, rules_.by); };
  auto start = firsts_.begin() + 1;
  auto stop = firsts_.begin() + static_cast<ptrdiff_t>(last) + 1;
  return std::upper_bound(start, stop, x, before) - start;
}

dealt_shard deal(word_shard&& shard, const rank_bounds& bounds) {
  // The owner of `shard` may keep it longer than its memory can be spared.
  const auto words = std::move(shard);
  dealt_shard result{std::vector<rank_bucket>(bounds.buckets()), {}};
  auto choices = choose(words, bounds, result);
  auto ends = lay_out(result.buckets);
  auto choice = choices.begin();
  words.for_each([&](std::string_view word, uint64_t count) {
    if (auto bucket = *choice++; bucket != no_bucket) {
      word_record::write(ends[bucket], word, count);
      ends[bucket] += word_record::size_for(word.size());
    }
  });
  return result;
}

totals totals_of(const unsorted_piece& piece) {
  totals all;
  for (auto& x : piece.parts)
    all += x.sums;
  return all;
}

std::vector<ranked_word> first_words(const unsorted_piece& piece, uint64_t n,
                                     order by) {
  std::vector<ranked_word> words;
  if (n == 0)
    return words;
  words.reserve(totals_of(piece).distinct);
  for (auto& part : piece.parts)
    part.for_each([&](auto& x) { words.push_back({x.word(), x.count}); });
  if (n >= words.size())
    return words;
  auto last = words.begin() + static_cast<ptrdiff_t>(n);
  std::nth_element(words.begin(), last, words.end(), [by](auto& a, auto& b) {
    return is_ranked_before(a, b, by);
  });
  words.erase(last, words.end());
  return words;
}

totals first_of(const unsorted_piece& piece, uint64_t n, order by) {
  auto all = totals_of(piece);
  if (n >= all.distinct)
    return all;
  totals first{0, n};
  for (auto& x : first_words(piece, n, by))
    first.tokens += x.count;
  return first;
}

void sort(const unsorted_piece& piece, order by,
          const ranked_words_function& f) {
  std::vector<placed_record> words;
  words.reserve(totals_of(piece).distinct);
  for (auto& part : piece.parts)
    part.for_each([&](auto& x) {
      words.emplace_back(x, place_of({x.word(), x.count}, by));
    });
  sort(words, by, f);
}

} // namespace tally
