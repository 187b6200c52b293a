#include "actors/table/ranking.hpp"

#include <algorithm>

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
size_t rank_bounds::bucket_of(const placed_record& x) const noexcept {
  auto first = places_.data();
  for (auto size = places_.size(); size > 1;) {
    auto half = size / 2;
    first += first[half] <= x.place ? half : 0;
    size -= half;
  }
  auto found = static_cast<size_t>(first - places_.data());
  return *first == x.place ? bucket_among_equals(x.record(), found) : found;
}

// A word may share its place with the first words of several buckets. The first
// bucket of all takes whatever comes before all others.
size_t rank_bounds::bucket_among_equals(const word_record& x,
                                        size_t last) const noexcept {
  auto before
      = [this](auto& a, auto& b) { return is_ranked_before(a, b, rules_.by); };
  auto start = firsts_.begin() + 1;
  auto stop = firsts_.begin() + static_cast<ptrdiff_t>(last) + 1;
  return std::upper_bound(start, stop, ranked_word{x.word(), x.count}, before)
         - start;
}

dealt_shard deal(word_shard& shard, const rank_bounds& bounds) {
  dealt_shard result;
  auto& summary = result.summary;
  summary.distinct = shard.distinct();
  // Bounds are drawn to be fair, so this mostly suffices. It is too much where
  // `min_count` leaves words out, which only costs addresses.
  auto room = summary.distinct / bounds.buckets() * 5 / 4;
  auto memory = std::make_shared<dealt_memory>(
      shard.release(), room * bounds.buckets() * sizeof(placed_record));
  result.buckets.reserve(bounds.buckets());
  for (size_t i = 0; i < bounds.buckets(); ++i)
    result.buckets.emplace_back(memory).words.reserve(room);
  memory->records.for_each([&](const word_record& x) {
    summary.tokens += x.count;
    summary.most_often = std::max(summary.most_often, x.count);
    if (x.count == 0 || x.count < bounds.rules().min_count)
      return;
    ++summary.kept;
    placed_record word{x, place_of({x.word(), x.count}, bounds.rules().by)};
    auto& bucket = result.buckets[bounds.bucket_of(word)];
    bucket.words.push_back(word);
    bucket.tokens += x.count;
    bucket.bytes += x.length;
  });
  return result;
}

totals totals_of(const unsorted_piece& piece) {
  totals all;
  for (auto& x : piece.parts)
    all += {x.tokens, x.words.size()};
  return all;
}

std::vector<ranked_word> first_words(const unsorted_piece& piece, uint64_t n,
                                     order by) {
  std::vector<ranked_word> words;
  if (n == 0)
    return words;
  words.reserve(totals_of(piece).distinct);
  for (auto& part : piece.parts)
    for (auto& x : part.words)
      words.push_back({x.record().word(), x.record().count});
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
    words.insert(words.end(), part.words.begin(), part.words.end());
  sort(words, by, f);
}

} // namespace tally
