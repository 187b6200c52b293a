// Records of words, one after the other in areas that never move. A record is
// named by a 32-bit offset, its distance in units of eight bytes from the
// start of all areas, were they laid end to end. A list of chunk addresses
// turns offsets into addresses. So a table refers to a word in half the size
// of a pointer, grows without touching the words, and takes over the words of
// another arena by appending that one's chunks to its own.

#pragma once

#include "actors/table/memory_area.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

/// A word and its count, as they lie in the arena.
struct word_record {
  uint64_t count;
  uint32_t length;

  /// The word follows its length without a gap.
  static constexpr size_t header_size = 12;

  const char* bytes() const noexcept {
    return reinterpret_cast<const char*>(this) + header_size;
  }

  std::string_view word() const noexcept {
    return {bytes(), length};
  }

  /// Returns the size in the arena of a record for a word of `length` bytes.
  static constexpr size_t size_for(size_t length) noexcept {
    return (header_size + length + 7) / 8 * 8;
  }
};

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

  /// Makes room for the records of `other`, so that `adopt` cannot fail. Throws
  /// `std::bad_alloc` before any change.
  void reserve_for(const arena& other);

  /// Takes over the records of `other`. Returns the number to add to their
  /// offsets. Throws `std::bad_alloc`, then neither arena has changed.
  uint32_t adopt(arena&& other);

  /// Calls `f(const word_record&)` for each record in the order of their
  /// addresses.
  template <class F>
  void for_each(F f) const {
    for (auto& x : areas_)
      x.for_each(f);
  }

  /// Like `for_each`, but leaves the arena empty, its memory given back piece
  /// by piece while `f` is at work.
  template <class F>
  void consume(F f) {
    auto old = std::move(*this);
    *this = arena{};
    for (auto& x : old.areas_) {
      x.for_each(f);
      x.memory = {};
    }
  }

  /// Returns the size of all records.
  size_t bytes() const noexcept {
    size_t result = 0;
    for (auto& x : areas_)
      result += x.used;
    return result;
  }

private:
  static constexpr size_t unit = 8;
  static constexpr size_t chunk_size = size_t{64} << 10;
  static constexpr size_t units_per_chunk = chunk_size / unit;

  // A run of adjacent chunks. The first unit stays unused, which keeps 0 from
  // being an offset.
  struct area {
    memory_area memory;
    size_t first_chunk;
    size_t used;

    template <class F>
    void for_each(F f) const {
      for (auto i = unit; i < used;) {
        auto& record = *reinterpret_cast<const word_record*>(memory.data() + i);
        i += word_record::size_for(record.length);
        f(record);
      }
    }
  };

  bool has_room_for(size_t bytes) const noexcept;
  void add_area(size_t bytes);
  void reserve_chunks(size_t n);

  std::vector<area> areas_;
  std::vector<char*> chunks_;
  size_t current_ = 0; // the area being filled
};

} // namespace tally
