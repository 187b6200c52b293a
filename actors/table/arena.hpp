// Records of words, one after the other in areas that never move. A record is
// named by a 32-bit offset, its distance in units of eight bytes from the
// start of all areas, were they laid end to end. A list of chunk addresses
// turns offsets into addresses; it is short, to stay in the processor's first
// cache. So a table refers to a word in half the size of a pointer, grows
// without touching the words, and takes over the words of another arena by
// appending that one's chunks to its own.

#pragma once

#include "actors/table/memory_area.hpp"
#include "actors/table/word_record.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

/// An append-only store of up to 32 GB of records.
class arena {
public:
  arena() = default;
  arena(arena&&) noexcept = default;
  arena& operator=(arena&&) noexcept = default;

  /// Returns the record at `offset`.
  word_record& at(uint32_t offset) const noexcept {
    auto chunk = chunks_[offset / units_per_chunk];
    return *reinterpret_cast<word_record*>(chunk
                                           + offset % units_per_chunk * unit);
  }

  /// Stores `word` with a count and returns its offset, which is never 0.
  /// Throws `std::bad_alloc`, or `std::length_error` for a word of 4 GB.
  uint32_t append(std::string_view word, uint64_t count);

  /// Tells whether the records had better be appended to another arena one by
  /// one: there is a limit to the areas that an arena can take over.
  bool is_small() const noexcept {
    return capacity_ <= small;
  }

  /// Makes room for the records of `other`: if it is small, to append them all,
  /// and to adopt it otherwise. That cannot fail then. Throws `std::bad_alloc`;
  /// no record has changed.
  void reserve_for(const arena& other);

  /// Takes over the records of `other`. Returns the number to add to their
  /// offsets. Throws `std::bad_alloc`, then neither arena has changed.
  uint32_t adopt(arena&& other);

  /// Calls `f(const word_record&)` for each record in the order of the offsets.
  template <class F>
  void for_each(F f) const {
    for (auto& x : areas_)
      x.for_each(f);
  }

private:
  static constexpr size_t unit = 8;
  static constexpr size_t chunk_size = size_t{512} << 10;
  static constexpr size_t units_per_chunk = chunk_size / unit;
  static constexpr size_t small = size_t{64} << 10;

  // A run of adjacent chunks. The first unit stays unused, which keeps 0 from
  // being an offset.
  struct area {
    memory_area memory;
    size_t first_chunk;
    size_t used;

    template <class F>
    void for_each(F f) const {
      for_each_record(memory.data() + unit, memory.data() + used, f);
    }
  };

  bool has_room_for(size_t bytes) const noexcept;
  void add_area(size_t bytes);
  void reserve_areas_of(const arena& other);
  void reserve_chunks(size_t n);

  std::vector<area> areas_;
  std::vector<char*> chunks_;
  size_t current_ = 0;  // the area being filled
  size_t capacity_ = 0; // of all areas, in bytes
};

} // namespace tally
