// Words that wait for many others before they are looked up in a large table.
// What takes longest to get at in a large memory is not the line with a word
// but the address of its page: processors keep a few thousand of these at hand
// and have to search for all others. So the words for each shard are kept until
// they are so many that looking them up finds several on each page. They are
// copied for that, as the text they come from is soon replaced.

#pragma once

#include "actors/table/bytes.hpp"
#include "actors/table/memory_area.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace tally {

/// Words and their hashes, one after the other.
class waiting_words {
public:
  struct entry {
    std::string_view word;
    uint32_t hash;
  };

  waiting_words() = default;

  waiting_words(waiting_words&& other) noexcept {
    *this = std::move(other);
  }

  waiting_words& operator=(waiting_words&& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(used_, other.used_);
    return *this;
  }

  bool empty() const noexcept {
    return used_ == 0;
  }

  /// Returns how many bytes of words and what goes with them there is room for.
  size_t capacity() const noexcept {
    return memory_.size();
  }

  /// Tells whether `append` may be called for a word of `size` bytes.
  bool has_room_for(size_t size) const noexcept {
    return room_for(size) <= memory_.size() - used_;
  }

  /// Appends a word.
  void append(std::string_view word, uint32_t hash) noexcept {
    auto place = memory_.data() + used_;
    header before{hash, static_cast<uint32_t>(word.size())};
    std::memcpy(place, &before, sizeof(before));
    copy_bytes(word.data(), word.size(), place + sizeof(before));
    used_ += room_for(word.size());
  }

  /// Calls `f(const entry&)` for each word, and forgets them all.
  template <class F>
  void consume(F f) {
    auto place = memory_.data();
    auto last = place + used_;
    used_ = 0;
    while (place != last) {
      header before;
      std::memcpy(&before, place, sizeof(before));
      f(entry{{place + sizeof(before), before.length}, before.hash});
      place += room_for(before.length);
    }
  }

  /// Makes room for `bytes` bytes of words and what goes with them, but no more
  /// than 1 GB. If there was less, there is at least twice as much then. No
  /// word may be waiting. Throws `std::bad_alloc`.
  void reserve(size_t bytes) {
    constexpr size_t most = size_t{1} << 30;
    bytes = std::min(bytes, most);
    if (bytes > memory_.size())
      memory_ = memory_area{std::max(bytes, 2 * memory_.size())};
  }

private:
  struct header {
    uint32_t hash;
    uint32_t length;
  };

  static constexpr size_t room_for(size_t size) noexcept {
    return (sizeof(header) + size + 7) / 8 * 8;
  }

  memory_area memory_;
  size_t used_ = 0;
};

} // namespace tally
