#include "actors/word_table.hpp"

#include <utility>

namespace tally {

uint64_t word_table::add(std::string_view word, uint64_t n) {
  tokens_ += n;
  return counts_[std::string{word}] += n;
}

uint64_t word_table::count(std::string_view word) const {
  auto i = counts_.find(std::string{word});
  return i == counts_.end() ? 0 : i->second;
}

void word_table::merge(word_table&& other) {
  if (counts_.empty())
    std::swap(*this, other);
  else
    other.for_each([this](auto word, auto n) { add(word, n); });
}

} // namespace tally
