// How a word and its count lie in memory, one record after the other.

#pragma once

#include "actors/table/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// A word and its count. Records start at multiples of eight bytes.
struct word_record {
  uint64_t count;
  uint32_t length;

  /// The word follows its length without a gap.
  static constexpr size_t header_size = 12;

  /// Most words have no more bytes than this.
  static constexpr size_t usual_length = 33;

  const char* bytes() const noexcept {
    return reinterpret_cast<const char*>(this) + header_size;
  }

  std::string_view word() const noexcept {
    return {bytes(), length};
  }

  /// Fetches the record, which is one of a word of `length` bytes.
  void prefetch(size_t length) const noexcept {
    prefetch_bytes(reinterpret_cast<const char*>(this), header_size + length);
  }

  /// Fetches as much of the record as most words have.
  void prefetch() const noexcept {
    prefetch(usual_length);
  }

  /// Fetches what `prefetch()` left. Waits for what that has fetched.
  void prefetch_rest() const noexcept {
    if (length > usual_length)
      prefetch_bytes(bytes() + usual_length, length - usual_length);
  }

  /// Returns the size of a record for a word of `length` bytes.
  static constexpr size_t size_for(size_t length) noexcept {
    return (header_size + length + 7) / 8 * 8;
  }

  /// Writes a record for a word of less than 4 GB to `place`.
  static void write(char* place, std::string_view word,
                    uint64_t count) noexcept {
    auto& record = *reinterpret_cast<word_record*>(place);
    record.count = count;
    record.length = static_cast<uint32_t>(word.size());
    copy_bytes(word.data(), word.size(), place + header_size);
  }
};

/// Tells whether `record` is the one of `word`.
inline bool is_record_of(std::string_view word, const word_record& record) {
  return record.length == word.size()
         && same_bytes(record.bytes(), word.data(), word.size());
}

/// Calls `f(const word_record&)` for all records between `first` and `last`.
template <class F>
void for_each_record(const char* first, const char* last, F f) {
  while (first != last) {
    auto& record = *reinterpret_cast<const word_record*>(first);
    first += word_record::size_for(record.length);
    f(record);
  }
}

} // namespace tally
