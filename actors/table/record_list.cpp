#include "actors/table/record_list.hpp"

#include <algorithm>

namespace tally {

// The memory is not filled with zeros.
void record_list::reserve(size_t bytes) {
  blocks_.push_back({std::unique_ptr<char[]>{new char[bytes]}, bytes});
}

void record_list::append(std::string_view word, uint64_t count) {
  auto size = word_record::size_for(word.size());
  if (blocks_.empty() || blocks_.back().capacity - blocks_.back().used < size)
    reserve(std::max(size, next_block()));
  auto& last = blocks_.back();
  word_record::write(last.memory.get() + last.used, word, count);
  last.used += size;
  ++size_;
}

// Less than the one before, which was meant to suffice.
size_t record_list::next_block() const noexcept {
  return blocks_.empty() ? least_block
                         : std::max(blocks_.back().capacity / 2, least_block);
}

} // namespace tally
