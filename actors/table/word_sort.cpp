#include "actors/table/word_sort.hpp"

#include "actors/table/bytes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tally {

namespace {

// A number that decides on the place of a word.
struct item {
  uint64_t number;
  const word_record* record;
};

bool is_less(const item& a, const item& b) {
  return a.number != b.number ? a.number < b.number
                              : a.record->word() < b.record->word();
}

// Returns what a word holds from `depth` on, which it is not shorter than.
uint64_t number_at(const word_record& x, size_t depth) {
  return leading_bytes(x.bytes() + depth, x.length - depth);
}

class word_sorter {
public:
  explicit word_sorter(size_t size) : scratch_(size) {
  }

  // Sorts items by their numbers, and those with the same number by their
  // words, which are the same up to `depth` then.
  void sort(std::span<item> items, size_t depth) {
    if (items.size() <= few || depth > deep) {
      std::sort(items.begin(), items.end(), is_less);
      return;
    }
    auto by_number = [](auto& a, auto& b) { return a.number < b.number; };
    auto [least, most]
        = std::minmax_element(items.begin(), items.end(), by_number);
    if (least->number == most->number)
      sort_by_next_bytes(items, depth);
    else
      sort_by_slots(items, least->number, most->number, depth);
  }

private:
  // So few items are compared, and so are those of words that share more bytes
  // than this: nothing must be nested deeply.
  static constexpr size_t few = 24;
  static constexpr size_t deep = 256;
  static constexpr int most_bits = 11; // of the number of slots

  void sort_by_slots(std::span<item> items, uint64_t least, uint64_t most,
                     size_t depth) {
    auto bits = std::min<int>(std::bit_width(items.size()), most_bits);
    auto shift = std::max<int>(std::bit_width(most - least) - bits, 0);
    auto slot = [=](const item& x) { return (x.number - least) >> shift; };
    deal_to_slots(items, slot, ((most - least) >> shift) + 1);
    for (auto first = items.begin(); first != items.end();) {
      auto last = std::find_if(first + 1, items.end(), [&](auto& x) {
        return slot(x) != slot(*first);
      });
      if (last - first > 1)
        sort({first, last}, depth);
      first = last;
    }
  }

  // Puts items in the order of their slots.
  template <class Slot>
  void deal_to_slots(std::span<item> items, Slot slot, size_t slots) {
    std::fill_n(starts_.begin(), slots + 1, 0);
    for (auto& x : items)
      ++starts_[slot(x) + 1];
    for (size_t i = 1; i <= slots; ++i)
      starts_[i] += starts_[i - 1];
    for (auto& x : items)
      scratch_[starts_[slot(x)]++] = x;
    std::copy_n(scratch_.begin(), items.size(), items.begin());
  }

  // A word that ends comes before all that go on.
  void sort_by_next_bytes(std::span<item> items, size_t depth) {
    auto rest = items.begin();
    for (auto i = rest; i != items.end(); ++i) {
      if (i->record->length <= depth)
        std::iter_swap(rest++, i);
      else
        i->number = number_at(*i->record, depth);
    }
    std::sort(items.begin(), rest, is_less);
    sort({rest, items.end()}, depth + 8);
  }

  std::array<uint32_t, (size_t{1} << most_bits) + 1> starts_;
  std::vector<item> scratch_;
};

} // namespace

void sort(std::vector<const word_record*>& words, order by) {
  std::vector<item> items;
  items.reserve(words.size());
  for (auto x : words)
    items.push_back({by == order::count ? ~x->count : number_at(*x, 0), x});
  word_sorter{words.size()}.sort(items, by == order::count ? 0 : 8);
  for (size_t i = 0; auto& x : items)
    words[i++] = x.record;
}

} // namespace tally
