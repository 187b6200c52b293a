#include "actors/table/record_index.hpp"

#include <algorithm>
#include <vector>

namespace tally {

record_index::record_index(size_t num_buckets)
  : memory_{memory_area::zeroed(num_buckets * sizeof(record_bucket),
                                home_bucket::mapped_from)},
    buckets_{reinterpret_cast<record_bucket*>(memory_.data())},
    num_buckets_{memory_.size() / sizeof(record_bucket)} {
}

record_index::record_index(record_index&& other) noexcept {
  *this = std::move(other);
}

record_index& record_index::operator=(record_index&& other) noexcept {
  std::swap(memory_, other.memory_);
  std::swap(buckets_, other.buckets_);
  std::swap(num_buckets_, other.num_buckets_);
  std::swap(size_, other.size_);
  return *this;
}

void record_index::reserve(size_t n) {
  if (n <= size_)
    return;
  auto needed = n * 10 / 9 / record_bucket::slots + 1;
  if (needed > num_buckets_)
    grow(std::max(needed, num_buckets_ + num_buckets_ / 2));
}

// The last entry of a bucket takes the place of the one removed, and its slot
// goes to an entry that had to pass this bucket.
void record_index::erase(slot hole) noexcept {
  --size_;
  while (hole.bucket != nullptr) {
    auto& bucket = *hole.bucket;
    auto last = bucket.size() - 1;
    bucket.hashes[hole.index] = bucket.hashes[last];
    bucket.offsets[hole.index] = bucket.offsets[last];
    bucket.hashes[last] = 0;
    bucket.offsets[last] = 0;
    if (last + 1 < record_bucket::slots)
      return;
    hole = find_displaced(hole.bucket);
    if (hole.bucket != nullptr) {
      bucket.hashes[last] = hole.bucket->hashes[hole.index];
      bucket.offsets[last] = hole.offset();
    }
  }
}

// Returns the first entry after `from` that would be there if there had been
// room, or a slot of no bucket.
record_index::slot
record_index::find_displaced(record_bucket* from) const noexcept {
  for (auto bucket = next(from);; bucket = next(bucket)) {
    auto used = bucket->size();
    for (size_t i = 0; i < used; ++i)
      if (distance(home(bucket->hashes[i]), bucket) >= distance(from, bucket))
        return {bucket, i};
    if (used < record_bucket::slots)
      return {nullptr, 0};
  }
}

// Hashes that crowd must not turn into long searches.
bool record_index::is_crowded(slot empty, uint32_t hash) const noexcept {
  constexpr size_t far = 16;
  auto slots = num_buckets_ * record_bucket::slots;
  return (size_ + 1) * home_bucket::slots_per_entry > slots
         || (distance(home(hash), empty.bucket) > far && size_ * 16 > slots);
}

record_index::slot record_index::find_empty(uint32_t hash) const noexcept {
  for (auto bucket = home(hash);; bucket = next(bucket))
    if (auto used = bucket->size(); used < record_bucket::slots)
      return {bucket, used};
}

record_index::slot record_index::grow_for(uint32_t hash) {
  constexpr size_t fewest_buckets = 8;
  grow(std::max(num_buckets_ * 2, fewest_buckets));
  return find_empty(hash);
}

void record_index::grow(size_t num_buckets) {
  record_index grown{num_buckets};
  // To look for the end of a bucket that has just been written to would mean to
  // wait for the write.
  std::vector<uint8_t> used(grown.num_buckets_);
  consume([&](uint32_t hash, uint32_t offset) {
    auto bucket = grown.home(hash);
    while (used[grown.number_of(bucket)] == record_bucket::slots)
      bucket = grown.next(bucket);
    slot empty{bucket, used[grown.number_of(bucket)]++};
    grown.insert_reserved(empty, hash, offset);
  });
  *this = std::move(grown);
}

} // namespace tally
