#include "actors/table/record_list.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tally {

// The memory is not filled with zeros.
void record_list::reserve(size_t bytes) {
  if (bytes <= capacity_)
    return;
  std::unique_ptr<char[]> larger{new char[bytes]};
  if (used_ > 0)
    std::memcpy(larger.get(), memory_.get(), used_);
  memory_ = std::move(larger);
  capacity_ = bytes;
}

void record_list::append(std::string_view word, uint64_t count) {
  constexpr size_t padding = 7;
  auto needed = used_ + word_record::size_for(word.size()) + padding;
  if (needed > capacity_)
    reserve(std::max(needed, capacity_ + capacity_ / 2));
  word_record::write(memory_.get() + used_, word, count);
  used_ += word_record::size_for(word.size());
  ++size_;
}

} // namespace tally
