#include "actors/table/word_table.hpp"

namespace tally {

word_table::word_table(const hash_seed& seed)
  : word_table{seed, std::make_index_sequence<num_shards>{}} {
}

word_table::word_table(const hash_seed& seed, table_parts&& parts)
  : seed_{seed}, is_small_{false}, front_{seed}, parts_{std::move(parts)} {
}

uint64_t word_table::add(std::string_view word, uint64_t n) {
  auto result = add_uncounted(word, n);
  parts_.tokens += n;
  return result;
}

uint64_t word_table::add_uncounted(std::string_view word, uint64_t n) {
  if (stays_small() && front_.accepts(word))
    return front_.add(word, n);
  return add_to_shard(word, n);
}

uint64_t word_table::subtract(std::string_view word, uint64_t n) {
  auto before = count(word);
  auto after = subtract_uncounted(word, n);
  parts_.tokens -= before - after;
  return after;
}

uint64_t word_table::subtract_uncounted(std::string_view word, uint64_t n) {
  if (is_small_ && front_.accepts(word))
    return front_.subtract(word, n);
  auto hash = hash_word(word, seed_);
  return shard_of(hash).subtract(word, hash, n);
}

uint64_t word_table::count(std::string_view word) const {
  if (word.empty())
    return 0;
  if (is_small_ && front_.accepts(word))
    return front_.count(word);
  auto hash = hash_word(word, seed_);
  return parts_.shards[number_of_shard(hash)].count(word, hash);
}

uint64_t word_table::audit() const {
  uint64_t sum = 0;
  for_each([&](std::string_view, uint64_t n) { sum += n; });
  return sum;
}

uint64_t word_table::distinct() const {
  uint64_t result = front_.distinct();
  for (auto& x : parts_.shards)
    result += x.distinct();
  return result;
}

void word_table::merge(word_table&& other) {
  spill_front();
  other.spill_front();
  merge_shards(other);
  parts_.tokens += std::exchange(other.parts_.tokens, 0);
}

table_parts word_table::release() {
  spill_front();
  word_table empty{seed_};
  std::swap(empty, *this);
  std::swap(empty.take_, take_);
  return std::move(empty.parts_);
}

bool word_table::stays_small() {
  if (is_small_ && (front_.bytes() > front_limit || front_.is_crowded()))
    spill_front();
  return is_small_;
}

// Everything that can fail comes first.
void word_table::merge_shards(word_table& other) {
  for (size_t i = 0; i < num_shards; ++i)
    parts_.shards[i].reserve_for(other.parts_.shards[i]);
  for (size_t i = 0; i < num_shards; ++i)
    parts_.shards[i].merge(std::move(other.parts_.shards[i]));
}

void word_table::settle_and_put_off(uint64_t key, uint32_t hash) {
  auto shard = number_of_shard(hash);
  auto& keys = waiting_[shard].keys;
  parts_.shards[shard].settle(keys);
  parts_.shards[shard].reserve_for_waiting(keys);
  keys.push_back(key);
}

void word_table::settle_and_put_off(std::string_view word, uint32_t hash) {
  auto shard = number_of_shard(hash);
  auto& words = waiting_[shard].words;
  settle_words(shard);
  parts_.shards[shard].reserve_for_waiting(words, 1);
  if (words.has_room_for(word.size()))
    words.append(word, hash);
  else
    parts_.shards[shard].add(word, hash, 1);
}

void word_table::settle_words(size_t shard) {
  auto& words = waiting_[shard].words;
  if (!take_)
    parts_.shards[shard].settle(words);
  else if (!words.empty())
    take_(shard, words);
}

void word_table::settle(size_t shard, waiting_words& words, size_t lists) {
  if (is_small_)
    spill_front();
  parts_.shards[shard].settle(words);
  parts_.shards[shard].reserve_for_waiting(words, lists);
}

void word_table::settle() {
  for (size_t i = 0; i < num_shards; ++i) {
    parts_.shards[i].settle(waiting_[i].keys);
    settle_words(i);
  }
  waiting_ = {};
}

// Nobody knows which words a failure has lost.
void word_table::give_up_waiting() {
  waiting_ = {};
  recount();
}

void word_table::recount() {
  parts_.tokens = audit();
}

// Fills new shards, so that running out of memory leaves all as it was.
void word_table::spill_front() {
  if (!is_small_)
    return settle();
  word_table large{seed_};
  front_.for_each(
      [&](std::string_view word, uint64_t n) { large.add_to_shard(word, n); });
  large.merge_shards(*this);
  large.is_small_ = false;
  large.parts_.tokens = parts_.tokens;
  large.take_ = std::move(take_);
  *this = std::move(large);
}

} // namespace tally
