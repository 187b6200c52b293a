#include "actors/table/word_table.hpp"

namespace tally {

word_table::word_table(const hash_seed& seed)
  : word_table{seed, std::make_index_sequence<num_shards>{}} {
}

uint64_t word_table::add(std::string_view word, uint64_t n) {
  if (stays_small() && front_.accepts(word))
    return front_.add(word, n);
  auto hash = hash_word(word, seed_);
  return shard_of(hash).add(word, hash, n);
}

uint64_t word_table::count(std::string_view word) const {
  if (is_small_ && front_.accepts(word))
    return front_.count(word);
  auto hash = hash_word(word, seed_);
  return shards_[hash >> (32 - shard_bits)].count(word, hash);
}

uint64_t word_table::tokens() const {
  uint64_t result = 0;
  front_.for_each([&](std::string_view, uint64_t n) { result += n; });
  for (auto& x : shards_)
    result += x.tokens();
  return result;
}

uint64_t word_table::distinct() const {
  uint64_t result = front_.distinct();
  for (auto& x : shards_)
    result += x.distinct();
  return result;
}

void word_table::clear() {
  *this = word_table{seed_};
}

void word_table::merge(word_table&& other) {
  spill_front();
  other.spill_front();
  for (size_t i = 0; i < num_shards; ++i)
    shards_[i].merge(std::move(other.shards_[i]));
}

word_shard word_table::release(size_t i) {
  spill_front();
  return std::exchange(shards_[i], word_shard{seed_});
}

void word_table::adopt(size_t i, word_shard&& shard) {
  spill_front();
  shards_[i].merge(std::move(shard));
}

bool word_table::stays_small() {
  if (is_small_ && front_.bytes() > front_limit)
    spill_front();
  return is_small_;
}

// Fills new shards, so that running out of memory leaves all as it was.
void word_table::spill_front() {
  if (!is_small_)
    return;
  word_table large{seed_};
  front_.for_each([&](std::string_view word, uint64_t n) {
    auto hash = hash_word(word, seed_);
    large.shard_of(hash).add(word, hash, n);
  });
  for (size_t i = 0; i < num_shards; ++i)
    large.shards_[i].merge(std::move(shards_[i]));
  large.is_small_ = false;
  *this = std::move(large);
}

} // namespace tally
