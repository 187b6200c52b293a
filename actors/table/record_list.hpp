// Words and their counts in one piece of memory, to be read in the order they
// were written.

#pragma once

#include "actors/table/arena.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace tally {

/// A list of records; move-only. Seven bytes can be read after each word.
class record_list {
public:
  /// Makes room for about `bytes` of records. Throws `std::bad_alloc`.
  void reserve(size_t bytes);

  /// Appends a word of less than 4 GB. Throws `std::bad_alloc`; the list is
  /// then as it was. May move all records.
  void append(std::string_view word, uint64_t count);

  /// Returns the number of records.
  size_t size() const noexcept {
    return size_;
  }

  /// Calls `f(const word_record&)` for each record.
  template <class F>
  void for_each(F f) const {
    for (size_t i = 0; i < used_;) {
      auto& record = *reinterpret_cast<const word_record*>(memory_.get() + i);
      i += word_record::size_for(record.length);
      f(record);
    }
  }

private:
  std::unique_ptr<char[]> memory_;
  size_t capacity_ = 0;
  size_t used_ = 0;
  size_t size_ = 0;
};

} // namespace tally
