#include "actors/table/word_shard.hpp"

#include <utility>

namespace tally {

namespace {

constexpr auto hash_of_long = [](const long_slot& x) { return x.hash; };

auto hash_of_short(const hash_seed& seed) {
  return [seed](const short_slot& x) { return x.hash(seed); };
}

} // namespace

uint64_t word_shard::add(std::string_view word, uint32_t hash, uint64_t n) {
  return is_short(word)
             ? add_short(load_up_to_8(word.data(), word.size()), hash, n)
             : add_long(word, hash, n);
}

uint64_t word_shard::subtract(std::string_view word, uint32_t hash,
                              uint64_t n) {
  if (!is_short(word))
    return subtract_long(find_long(word, hash), n);
  auto key = load_up_to_8(word.data(), word.size());
  return subtract_short(find_short(key, hash), n);
}

uint64_t word_shard::subtract_short(short_slot* slot, uint64_t n) {
  if (slot->count > n)
    return slot->count -= n;
  if (!slot->empty())
    short_.erase(slot, hash_of_short(seed_));
  return 0;
}

// The record stays in the arena with a count of 0.
uint64_t word_shard::subtract_long(long_slot* slot, uint64_t n) {
  if (slot->empty())
    return 0;
  auto& record = records_.at(slot->offset);
  if (record.count > n)
    return record.count -= n;
  record.count = 0;
  long_.erase(slot, hash_of_long);
  return 0;
}

uint64_t word_shard::count(std::string_view word, uint32_t hash) const {
  if (!is_short(word)) {
    auto slot = find_long(word, hash);
    return slot->empty() ? 0 : records_.at(slot->offset).count;
  }
  auto key = load_up_to_8(word.data(), word.size());
  return find_short(key, hash)->count;
}

short_slot* word_shard::insert_short(short_slot* slot, uint64_t key,
                                     uint32_t hash) {
  slot = short_.claim(slot, hash, hash_of_short(seed_));
  slot->key = key;
  return slot;
}

uint64_t word_shard::insert_long(long_slot* slot, std::string_view word,
                                 uint32_t hash, uint64_t n) {
  auto offset = records_.append(word, 0);
  slot = long_.claim(slot, hash, hash_of_long);
  *slot = {hash, offset};
  return records_.at(offset).count = n;
}

// Gives the slots back before the records of short words take more memory.
arena word_shard::release() {
  long_ = {};
  short_.consume([this](auto& x) { records_.append(x.word(), x.count); });
  return std::exchange(records_, arena{});
}

void word_shard::reserve_for(const word_shard& other) {
  if (distinct() == 0)
    return;
  short_.reserve(short_.size() + other.short_.size(), hash_of_short(seed_));
  long_.reserve(long_.size() + other.long_.size(), hash_of_long);
  records_.reserve_for(other.records_);
}

// Everything that can fail comes first.
void word_shard::merge(word_shard&& other) {
  if (distinct() == 0)
    std::swap(*this, other);
  reserve_for(other);
  merge_long(other);
  merge_short(other);
}

void word_shard::merge_short(word_shard& other) {
  other.short_.consume([this](const short_slot& x) {
    auto hash = x.hash(seed_);
    auto slot = find_short(x.key, hash);
    if (slot->empty())
      *short_.claim_reserved(slot) = x;
    else
      slot->count += x.count;
  });
}

// A word known to both keeps the record it has here; the one that came with
// `other` stays in the arena with a count of 0. All others only need a slot.
void word_shard::merge_long(word_shard& other) {
  auto distance = records_.adopt(std::move(other.records_));
  other.long_.consume([&](const long_slot& x) {
    auto offset = x.offset + distance;
    auto& record = records_.at(offset);
    auto slot = find_long(record.word(), x.hash);
    if (slot->empty())
      *long_.claim_reserved(slot) = {x.hash, offset};
    else
      records_.at(slot->offset).count += std::exchange(record.count, 0);
  });
}

} // namespace tally
