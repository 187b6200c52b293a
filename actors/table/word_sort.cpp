#include "actors/table/word_sort.hpp"

#include "actors/table/bytes.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>

namespace tally {

namespace {

using records = std::span<placed_record>;

// So few words are compared, and so are those that share more bytes than this:
// nothing must be nested deeply.
constexpr size_t few = 12;
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
    if (x.length <= depth)
      std::iter_swap(rest++, i);
    else
      i->place = leading_bytes(x.bytes() + depth, x.length - depth);
  }
  compare({words.begin(), rest});
  sort_from(depth + 8, {rest, words.end()});
}

// Sorts words by their places, and those with the same place by all that
// follows the first `depth` bytes.
void sort_from(size_t depth, records words) {
  if (words.size() <= few || depth > deep)
    return compare(words);
  sort_by_place(words);
  for (auto first = words.begin(); first != words.end();) {
    auto last = std::find_if(first + 1, words.end(),
                             [&](auto& x) { return x.place != first->place; });
    if (last - first > static_cast<ptrdiff_t>(few))
      sort_the_same(depth, {first, last});
    else if (last - first > 1)
      compare({first, last});
    first = last;
  }
}

} // namespace

uint64_t place_of(const ranked_word& x, order by) {
  auto key = leading_bytes(x.word.data(), x.word.size());
  if (by == order::word)
    return key;
  return x.count >= count_limit ? 0 : (count_limit - x.count) << 48 | key >> 16;
}

void sort(std::vector<placed_record>& words, order by) {
  if (by == order::word)
    return sort_from(8, words);
  auto rest = std::partition(words.begin(), words.end(),
                             [](auto& x) { return x.place == 0; });
  std::sort(words.begin(), rest, [](auto& a, auto& b) {
    ranked_word x{a.record().word(), a.record().count};
    ranked_word y{b.record().word(), b.record().count};
    return is_ranked_before(x, y, order::count);
  });
  sort_from(bytes_in_place_by_count, {rest, words.end()});
}

} // namespace tally
