#include "actors/table/word_sort.hpp"

#include "actors/table/bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace tally {

namespace {

using records = std::span<placed_record>;

// So few words are compared, and so are those that share more bytes than this:
// nothing must be nested deeply.
constexpr ptrdiff_t few = 24;
constexpr size_t deep = 256;

// A place by count has room for 16 bits of the count, inverted, and for six
// bytes of the word. All that occur more often share the first place.
constexpr uint64_t count_limit = std::numeric_limits<uint16_t>::max();
constexpr size_t bytes_in_place_by_count = 6;

bool is_less(const placed_record& a, const placed_record& b) {
  return a.place != b.place ? a.place < b.place
                            : a.record().word() < b.record().word();
}

void compare(records words) {
  std::sort(words.begin(), words.end(), is_less);
}

void sort_from(size_t depth, records words);

// Goes on after `depth` bytes that all words share. A word that ends there
// comes before all that do not.
void sort_the_same(size_t depth, records words) {
  auto rest = words.begin();
  for (auto i = rest; i != words.end(); ++i) {
    auto& x = i->record();
    if (x.length <= depth) {
      std::iter_swap(rest++, i);
      continue;
    }
    i->place = leading_bytes(x.bytes() + depth, x.length - depth);
    // Words that share this much may well go on to share the next line.
    constexpr size_t line = 64;
    __builtin_prefetch(x.bytes() + depth + line);
  }
  compare({words.begin(), rest});
  sort_from(depth + 8, {rest, words.end()});
}

// Returns the end of the run of words with the same place that starts at
// `first`.
auto run_end(records words, records::iterator first) {
  return std::find_if(first + 1, words.end(),
                      [&](auto& x) { return x.place != first->place; });
}

// Puts words that are sorted by place in order. Those with the same place have
// the same first `depth` bytes.
void finish(size_t depth, records words) {
  for (auto first = words.begin(); first != words.end();) {
    auto last = run_end(words, first);
    if (last - first > few)
      sort_the_same(depth, {first, last});
    else if (last - first > 1)
      compare({first, last});
    first = last;
  }
}

void sort_from(size_t depth, records words) {
  if (std::ssize(words) <= few || depth > deep)
    return compare(words);
  sort_by_place(words);
  finish(depth, words);
}

ranked_word ranked(const placed_record& x) {
  return {x.record().word(), x.record().count};
}

// Puts words that are sorted by place in order.
void finish(order by, records words) {
  if (by == order::word)
    return finish(8, words);
  auto rest = std::find_if(words.begin(), words.end(),
                           [](auto& x) { return x.place != 0; });
  std::sort(words.begin(), rest, [](auto& a, auto& b) {
    return is_ranked_before(ranked(a), ranked(b), order::count);
  });
  finish(bytes_in_place_by_count, {rest, words.end()});
}

// Returns the first words of those that are sorted by place, but no part of a
// run: so many that passing them on costs nothing, and so few that what was
// compared is still in the first caches then.
records next_words(records words) {
  constexpr size_t enough = 2048;
  if (words.size() <= enough)
    return words;
  return {words.begin(), run_end(words, words.begin() + enough - 1)};
}

} // namespace

uint64_t place_of(const ranked_word& x, order by) {
  auto key = leading_bytes(x.word.data(), x.word.size());
  if (by == order::word)
    return key;
  return x.count >= count_limit ? 0 : (count_limit - x.count) << 48 | key >> 16;
}

void sort(std::span<placed_record> words, order by,
          const ranked_words_function& f) {
  sort_by_place(words);
  std::vector<ranked_word> finished;
  for (auto wanted = true; wanted && !words.empty();) {
    auto next = next_words(words);
    finish(by, next);
    finished.clear();
    for (auto& x : next)
      finished.push_back(ranked(x));
    wanted = f(finished);
    words = words.subspan(next.size());
  }
}

} // namespace tally
