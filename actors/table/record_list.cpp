#include "actors/table/record_list.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tally {

// The memory is not filled with zeros.
void record_list::reserve(size_t bytes) {
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
  auto place = memory_.get() + used_;
  auto& record = *reinterpret_cast<word_record*>(place);
  record.count = count;
  record.length = static_cast<uint32_t>(word.size());
  std::memcpy(place + word_record::header_size, word.data(), word.size());
  used_ += word_record::size_for(word.size());
  ++size_;
}

} // namespace tally
