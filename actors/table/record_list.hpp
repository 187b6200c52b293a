// Words and their counts in a few blocks of memory, to be read in the order
// they were written. Blocks never move: copying a growing list to ever larger
// ones would for moments take twice its memory.

#pragma once

#include "actors/table/word_record.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tally {

/// A move-only list of records.
class record_list {
public:
  /// Makes room for about `bytes` of records to come, beside the room that is
  /// left. Throws `std::bad_alloc`.
  void reserve(size_t bytes);

  /// Appends a word of less than 4 GB. Throws `std::bad_alloc`; the list is
  /// then as it was.
  void append(std::string_view word, uint64_t count);

  /// Returns the number of records.
  size_t size() const noexcept {
    return size_;
  }

  /// Calls `f(const word_record&)` for each record.
  template <class F>
  void for_each(F f) const {
    for (auto& x : blocks_)
      for_each_record(x.memory.get(), x.memory.get() + x.used, f);
  }

private:
  static constexpr size_t least_block = 4096;

  struct block {
    std::unique_ptr<char[]> memory;
    size_t capacity;
    size_t used = 0;
  };

  size_t next_block() const noexcept;

  std::vector<block> blocks_;
  size_t size_ = 0;
};

} // namespace tally
