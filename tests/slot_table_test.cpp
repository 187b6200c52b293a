#include "actors/table/slot_table.hpp"

#include "actors/table/home_slot.hpp"
#include "actors/table/short_slot.hpp"
#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <iterator>
#include <map>

using namespace tally;
using namespace tally::test;

namespace {

// All searches start at the last two slots of a small table, and go on at its
// front.
uint64_t hash_of(const short_slot& x) {
  return ~uint64_t{0} - (x.key % 2 << 58);
}

// A table and what it should hold: the count for each key.
struct crowd {
  slot_table<short_slot, home_by_top_bits> table;
  std::map<uint64_t, uint64_t> expected;

  short_slot* find(uint64_t key) const {
    return table.find(hash_of({key, 0}), [=](auto& x) { return x.key == key; });
  }

  short_slot* home(uint64_t key) const {
    return table.home(hash_of({key, 0}));
  }

  void add(uint64_t key) {
    auto hash = hash_of({key, 0});
    auto slot = find(key);
    if (slot->empty()) {
      slot = table.claim(slot, hash, hash_of);
      slot->key = key;
    }
    ++table.search().bring_home(slot, hash)->count;
    ++expected[key];
  }

  void erase(uint64_t key) {
    table.erase(find(key), hash_of);
    expected.erase(key);
  }

  void check() const {
    CHECK(table.size() == expected.size());
    for (auto& [key, count] : expected)
      if (find(key)->count != count)
        FAIL("wrong count of " << key);
  }
};

} // namespace

TEST_CASE("a word counted more often than others lies where searches start",
          "[slot_table]") {
  crowd words;
  for (uint64_t key : {2, 4, 6, 6, 6, 4})
    words.add(key);
  CHECK(words.find(6) == words.home(6));
  words.check();
  for (int i = 0; i < 3; ++i)
    words.add(4);
  CHECK(words.find(4) == words.home(4));
  CHECK(words.find(6) != words.home(6));
  words.check();
}

TEST_CASE("words that change places are all found", "[slot_table]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    crowd words;
    for (int i = 0; i < 500; ++i) {
      words.add(1 + random.below(1 + random.below(15)));
      if (i % 10 == 9)
        words.erase(std::next(words.expected.begin(),
                              random.below(words.expected.size()))
                        ->first);
      words.check();
    }
  }
}
