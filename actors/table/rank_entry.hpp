// What is known of a word while it is ranked.

#pragma once

#include "actors/table/arena.hpp"
#include "actors/table/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tally {

/// A word on its way into the report. A short word is its own key, all others
/// lie in the records of the shard they came from, which must outlive them.
struct rank_entry {
  uint64_t key; ///< The first eight bytes, padded with zeros.
  uint64_t count;
  const word_record* record; ///< Null for a short word.

  size_t size() const noexcept {
    return record != nullptr ? record->length : bytes_in(key);
  }

  std::string_view word() const noexcept {
    return record != nullptr
               ? record->word()
               : std::string_view{reinterpret_cast<const char*>(&key),
                                  bytes_in(key)};
  }
};

} // namespace tally
