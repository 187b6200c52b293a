#include "actors/table/word_shard.hpp"

#include <utility>

namespace tally {

namespace {

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
uint64_t word_shard::subtract_long(record_index::slot slot, uint64_t n) {
  if (slot.offset() == 0)
    return 0;
  auto& record = records_.at(slot.offset());
  if (record.count > n)
    return record.count -= n;
  record.count = 0;
  long_.erase(slot);
  return 0;
}

uint64_t word_shard::count(std::string_view word, uint32_t hash) const {
  if (!is_short(word)) {
    auto offset = find_long(word, hash).offset();
    return offset == 0 ? 0 : records_.at(offset).count;
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

// A record comes into being with a count of 0, as inserting it may fail.
uint64_t word_shard::add_long(std::string_view word, uint32_t hash,
                              uint64_t n) {
  auto slot = find_long(word, hash);
  auto offset = slot.offset();
  if (offset == 0) {
    offset = records_.append(word, 0);
    long_.insert(slot, hash, offset);
  }
  return records_.at(offset).count += n;
}

void word_shard::reserve_for(const word_shard& other) {
  if (distinct() == 0)
    return;
  short_.reserve(short_.size() + other.short_.size(), hash_of_short(seed_));
  long_.reserve(long_.size() + other.long_.size());
  records_.reserve_for(other.records_);
}

// Everything that can fail comes first.
void word_shard::merge(word_shard&& other) {
  if (distinct() == 0)
    return std::swap(*this, other);
  reserve_for(other);
  if (other.records_.is_small())
    merge_few_long(other);
  else
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

void word_shard::merge_few_long(word_shard& other) {
  other.long_.consume([&](uint32_t hash, uint32_t offset) {
    auto& x = other.records_.at(offset);
    auto slot = find_long(x.word(), hash);
    if (slot.offset() != 0)
      records_.at(slot.offset()).count += x.count;
    else
      long_.insert_reserved(slot, hash, records_.append(x.word(), x.count));
  });
  other.records_ = {};
}

// Slots come in the order of the hashes, but the records they lead to are all
// over the memory. So they are read only where both shards know the hash, and
// fetched some time before. Whether they do cannot be predicted, hence two
// lists, of which each record comes to the end of both and one grows.
void word_shard::merge_long(word_shard& other) {
  auto distance = records_.adopt(std::move(other.records_));
  adopted_list known;
  adopted_list fresh;
  other.long_.consume([&](uint32_t hash, uint32_t offset) {
    adopted_record x{hash, offset + distance, long_.guess(hash)};
    known.items[known.size] = x;
    fresh.items[fresh.size] = x;
    known.size += x.guess != 0;
    fresh.size += x.guess == 0;
    if (known.size == known.capacity)
      merge_known(known);
    if (fresh.size == fresh.capacity)
      merge_list(fresh);
  });
  merge_known(known);
  merge_list(fresh);
}

void word_shard::merge_known(adopted_list& list) {
  for (size_t i = 0; i < list.size; ++i) {
    records_.at(list.items[i].guess).prefetch();
    records_.at(list.items[i].offset).prefetch();
  }
  for (size_t i = 0; i < list.size; ++i) {
    records_.at(list.items[i].guess).prefetch_rest();
    records_.at(list.items[i].offset).prefetch_rest();
  }
  merge_list(list);
}

void word_shard::merge_list(adopted_list& list) {
  for (size_t i = 0; i < list.size; ++i)
    merge_record(list.items[i]);
  list.size = 0;
}

// A word known to both keeps the record it has here; the one that came with
// `other` stays in the arena with a count of 0. All others only need a slot.
void word_shard::merge_record(const adopted_record& x) {
  auto& adopted = records_.at(x.offset);
  auto is_same = [&](uint32_t offset) {
    return is_record_of(adopted.word(), records_.at(offset));
  };
  auto found = x.guess;
  if (found == 0 || !is_same(found)) {
    auto slot = long_.find(x.hash, is_same);
    found = slot.offset();
    if (found == 0)
      return long_.insert_reserved(slot, x.hash, x.offset);
  }
  records_.at(found).count += std::exchange(adopted.count, 0);
}

} // namespace tally
