#include "actors/table/arena.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

namespace tally {

namespace {

constexpr size_t round_up(size_t bytes, size_t unit) {
  return (bytes + unit - 1) / unit * unit;
}

} // namespace

uint32_t arena::append(std::string_view word, uint64_t count) {
  if (word.size() > std::numeric_limits<uint32_t>::max())
    throw std::length_error{"words must be shorter than 4 GB"};
  auto size = word_record::size_for(word.size());
  if (!has_room_for(size))
    add_area(unit + size);
  auto& current = areas_[current_];
  auto place = current.memory.data() + current.used;
  // Fresh memory comes from far away: fetch what is written to soon.
  constexpr size_t ahead = 1024;
  __builtin_prefetch(place + ahead, 1);
  word_record::write(place, word, count);
  auto offset = current.first_chunk * units_per_chunk + current.used / unit;
  current.used += size;
  return static_cast<uint32_t>(offset);
}

void arena::reserve_for(const arena& other) {
  if (!other.is_small())
    reserve_areas_of(other);
  else if (!has_room_for(other.capacity_))
    add_area(unit + other.capacity_);
}

void arena::reserve_areas_of(const arena& other) {
  reserve_chunks(other.chunks_.size());
  areas_.reserve(areas_.size() + other.areas_.size());
}

uint32_t arena::adopt(arena&& other) {
  auto first_chunk = chunks_.size();
  reserve_areas_of(other);
  chunks_.insert(chunks_.end(), other.chunks_.begin(), other.chunks_.end());
  for (auto& x : other.areas_) {
    areas_.push_back(std::move(x));
    areas_.back().first_chunk += first_chunk;
  }
  capacity_ += other.capacity_;
  other = arena{};
  return static_cast<uint32_t>(first_chunk * units_per_chunk);
}

bool arena::has_room_for(size_t bytes) const noexcept {
  return current_ < areas_.size()
         && areas_[current_].memory.size() - areas_[current_].used >= bytes;
}

// Areas grow with the arena up to one huge page, so that neither a small
// vocabulary takes much memory nor a large one many system calls. The first
// ones are parts of a chunk, as there may be thousands of arenas, and few, as
// each takes the offsets of a whole one.
void arena::add_area(size_t bytes) {
  constexpr size_t smallest = size_t{1} << 10;
  auto chunks = chunks_.size();
  auto wanted = capacity_ < small ? 3 * capacity_ : capacity_ / 2;
  bytes = std::max(bytes, std::clamp(wanted, smallest, memory_area::huge_page));
  if (bytes > chunk_size)
    bytes = round_up(bytes, chunk_size);
  area added{memory_area{bytes}, chunks, unit};
  reserve_chunks(round_up(added.memory.size(), chunk_size) / chunk_size);
  areas_.reserve(areas_.size() + 1);
  for (size_t i = 0; i < added.memory.size(); i += chunk_size)
    chunks_.push_back(added.memory.data() + i);
  current_ = areas_.size();
  capacity_ += added.memory.size();
  areas_.push_back(std::move(added));
}

void arena::reserve_chunks(size_t n) {
  constexpr auto most = (size_t{1} << 32) / units_per_chunk;
  if (n > most - chunks_.size())
    throw std::bad_alloc{};
  chunks_.reserve(chunks_.size() + n);
}

} // namespace tally
