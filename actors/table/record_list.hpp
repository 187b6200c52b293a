// Words and their counts in one piece of memory, to be read in the order they
// were written.

#pragma once

#include "actors/table/word_record.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace tally {

/// A list of records. Seven bytes can be read after each word. Move-only; a
/// list moved from must not be used.
class record_list {
public:
  /// Makes room for about `bytes` of records in all. Throws `std::bad_alloc`.
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
    for_each_record(memory_.get(), memory_.get() + used_, f);
  }

private:
  std::unique_ptr<char[]> memory_;
  size_t capacity_ = 0;
  size_t used_ = 0;
  size_t size_ = 0;
};

} // namespace tally
