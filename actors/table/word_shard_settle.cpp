// How words that waited are counted.

#include "actors/table/word_shard.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tally {

namespace {

// How many words are looked up at the same time: more than the processor can
// fetch from memory at once, and few enough to stay in its first cache.
constexpr size_t batch_size = 128;

} // namespace

void word_shard::settle(std::vector<uint64_t>& keys) {
  auto waited = std::exchange(keys, {});
  for (std::span<const uint64_t> rest{waited}; !rest.empty();) {
    auto next = rest.first(std::min(rest.size(), batch_size));
    settle_short(next);
    rest = rest.subspan(next.size());
  }
  waited.clear();
  keys = std::move(waited);
}

// Keys may wait in a tenth of the memory that short words take.
void word_shard::reserve_for_waiting(std::vector<uint64_t>& keys) const {
  constexpr size_t least = 512;
  keys.reserve(std::max(least, short_.size() / 2));
}

// Fetches all slots before it uses the first, as below: accesses to memory that
// overlap take a tenth of the time.
void word_shard::settle_short(std::span<const uint64_t> keys) {
  std::array<uint32_t, batch_size> hashes;
  for (size_t i = 0; i < keys.size(); ++i) {
    hashes[i] = hash_key(keys[i], seed_);
    __builtin_prefetch(short_.home(hashes[i]));
  }
  for (size_t i = 0; i < keys.size(); ++i)
    add_short(keys[i], hashes[i], 1);
}

void word_shard::settle(waiting_words& words) {
  std::array<settled_word, batch_size> batch;
  size_t n = 0;
  words.consume([&](const waiting_words::entry& x) {
    batch[n++] = {x.word, x.hash, 0};
    if (n == batch.size())
      settle_long({batch.data(), std::exchange(n, 0)});
  });
  settle_long({batch.data(), n});
}

// Whether there is a record cannot be predicted, so something is fetched in any
// case: offset 0 is that of the unused first unit.
void word_shard::settle_long(std::span<settled_word> words) {
  for (auto& x : words)
    long_.prefetch(x.hash);
  if (long_.size() > 0)
    for (auto& x : words) {
      x.guess = long_.guess(x.hash);
      records_.at(x.guess).prefetch(x.word.size());
    }
  for (auto& x : words) {
    if (x.guess != 0 && is_record_of(x.word, records_.at(x.guess))) [[likely]]
      ++records_.at(x.guess).count;
    else
      add_long(x.word, x.hash, 1);
  }
}

// Words may wait in about a tenth of the memory that records and their slots
// take.
void word_shard::reserve_for_waiting(waiting_words& words, size_t lists) const {
  constexpr size_t least = size_t{64} << 10;
  words.reserve(std::max(least, 4 * long_.size() / lists));
}

} // namespace tally
