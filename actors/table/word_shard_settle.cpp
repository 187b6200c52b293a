// How words that waited are counted.

#include "actors/table/word_shard.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

// How many words are looked up at the same time: more than the processor can
// fetch from memory at once, and few enough to stay in its first cache.
constexpr size_t batch_size = 128;

} // namespace

void word_shard::settle() {
  settle_short();
  settle_long();
  give_up_waiting();
}

// Assigning `{}` to a vector would keep its memory.
void word_shard::give_up_waiting() noexcept {
  waiting_keys_ = std::vector<uint64_t>{};
  waiting_ = waiting_words{};
}

void word_shard::settle_short() {
  auto keys = std::exchange(waiting_keys_, {});
  for (std::span<const uint64_t> rest{keys}; !rest.empty();) {
    auto next = rest.first(std::min(rest.size(), batch_size));
    settle_short(next);
    rest = rest.subspan(next.size());
  }
  keys.clear();
  waiting_keys_ = std::move(keys);
}

// Keys may wait in a tenth of the memory that short words take.
void word_shard::settle_and_put_off(uint64_t key) {
  constexpr size_t least = 512;
  settle_short();
  waiting_keys_.reserve(std::max(least, short_.size() / 2));
  waiting_keys_.push_back(key);
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

void word_shard::settle_long() {
  std::array<settled_word, batch_size> batch;
  size_t n = 0;
  waiting_.consume([&](const waiting_words::entry& x) {
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
void word_shard::settle_and_put_off(std::string_view word, uint32_t hash) {
  constexpr size_t least = 4096;
  settle_long();
  waiting_.reserve(std::max(least, 4 * long_.size()));
  if (waiting_.has_room_for(word.size()))
    waiting_.append(word, hash);
  else
    add_long(word, hash, 1);
}

} // namespace tally
