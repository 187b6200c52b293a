#include "actors/table/record_index.hpp"

#include "actors/table/bytes.hpp"
#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <vector>

using namespace tally;
using namespace tally::test;

namespace {

constexpr auto any = [](uint32_t) { return true; };

// An index and what it should hold: the hash for each offset.
struct indexed {
  record_index index;
  std::map<uint32_t, uint32_t> expected;

  void insert(uint32_t hash, uint32_t offset) {
    index.insert(index.find(hash, [](uint32_t) { return false; }), hash,
                 offset);
    expected[offset] = hash;
  }

  void erase(uint32_t offset) {
    index.erase(slot_of(offset));
    expected.erase(offset);
  }

  record_index::slot slot_of(uint32_t offset) const {
    return index.find(expected.at(offset),
                      [=](uint32_t x) { return x == offset; });
  }

  void check() {
    CHECK(index.size() == expected.size());
    for (auto& [offset, hash] : expected)
      if (slot_of(offset).offset() != offset)
        FAIL("lost " << offset << " with hash " << hash);
  }
};

// Hashes that share their first bits, as those of a shard do.
uint32_t some_hash(generator& random) {
  return static_cast<uint32_t>(random.below(uint64_t{1} << (32 - shard_bits)));
}

} // namespace

TEST_CASE("an empty index finds nothing", "[record_index]") {
  record_index index;
  for (uint32_t hash : {0U, 1U, std::numeric_limits<uint32_t>::max()}) {
    CHECK(index.find(hash, any).offset() == 0);
    CHECK(index.guess(hash) == 0);
  }
  CHECK(index.size() == 0);
}

TEST_CASE("an index finds each record by its hash", "[record_index]") {
  indexed x;
  generator random{1};
  for (uint32_t offset = 1; offset < 20000; ++offset)
    x.insert(some_hash(random), offset);
  x.check();
}

TEST_CASE("a hash of 0 is one like all others", "[record_index]") {
  indexed x;
  x.insert(1, 5);
  CHECK(x.index.find(0, any).offset() == 0);
  CHECK(x.index.guess(0) == 0);
  x.insert(0, 7);
  CHECK(x.index.guess(0) == 7);
  x.check();
}

TEST_CASE("records that share a hash are told apart", "[record_index]") {
  auto hash = GENERATE(0U, 12345U, (1U << (32 - shard_bits)) - 1);
  indexed x;
  for (uint32_t offset = 1; offset < 200; ++offset)
    x.insert(hash, offset);
  x.check();
  CHECK(x.index.find(hash + 1, any).offset() == 0);
}

TEST_CASE("what is left after erasing is still found", "[record_index]") {
  // Few hashes, so that buckets overflow, the last one into the first.
  auto hashes = GENERATE(3U, 50U, 5000U);
  indexed x;
  generator random{hashes};
  auto spread = (1U << (32 - shard_bits)) / hashes;
  for (uint32_t offset = 1; offset < 3000; ++offset) {
    auto hash = static_cast<uint32_t>(random.below(hashes) + 1) * spread - 1;
    x.insert(hash, offset);
    if (random.below(3) == 0)
      x.erase(std::next(x.expected.begin(),
                        static_cast<ptrdiff_t>(random.below(x.expected.size())))
                  ->first);
  }
  x.check();
  while (!x.expected.empty())
    x.erase(x.expected.begin()->first);
  CHECK(x.index.find(spread - 1, any).offset() == 0);
  CHECK(x.index.size() == 0);
}

TEST_CASE("an index can be filled to what was reserved", "[record_index]") {
  constexpr uint32_t wanted = 5000;
  indexed x;
  generator random{2};
  x.index.reserve(wanted);
  auto bytes = x.index.bytes();
  for (uint32_t offset = 1; offset <= wanted; ++offset) {
    auto hash = some_hash(random);
    x.index.insert_reserved(x.index.find(hash, [](uint32_t) { return false; }),
                            hash, offset);
    x.expected[offset] = hash;
  }
  x.check();
  CHECK(x.index.bytes() == bytes);
}

TEST_CASE("room for no records takes no memory", "[record_index]") {
  record_index index;
  index.reserve(0);
  CHECK(index.bytes() == 0);
}

TEST_CASE("consuming an index passes each entry and empties it",
          "[record_index]") {
  indexed x;
  generator random{3};
  for (uint32_t offset = 1; offset < 1000; ++offset)
    x.insert(some_hash(random), offset);
  std::map<uint32_t, uint32_t> seen;
  x.index.consume([&](uint32_t hash, uint32_t offset) { seen[offset] = hash; });
  CHECK(seen == x.expected);
  CHECK(x.index.size() == 0);
  CHECK(x.index.find(seen.begin()->second, any).offset() == 0);
}

TEST_CASE("bytes are compared and copied whole, whatever their number",
          "[bytes]") {
  generator random{4};
  for (size_t size = 0; size < 100; ++size) {
    auto text = random.letters(size, "abcdefgh");
    std::string copy(size + 2, '#');
    copy_bytes(text.data(), size, copy.data() + 1);
    CHECK(copy == '#' + text + '#');
    CHECK(same_bytes(text.data(), copy.data() + 1, size));
    for (size_t i = 0; i < size; ++i) {
      auto other = text;
      other[i] = 'x';
      CHECK_FALSE(same_bytes(text.data(), other.data(), size));
    }
  }
}
