#include "actors/rules/line_scanner.hpp"

#include <algorithm>

namespace tally {

bool line_scanner::next() {
  base_ = rest_.data();
  size_ = 0;
  for (size_t at = 0; size_ < lines_.size() && !rest_.empty();) {
    auto size = std::min(rest_.find('\n'), rest_.size());
    auto end = at + size;
    auto last = size > 0 && rest_[size - 1] == '\r' && size < rest_.size()
                    ? end - 1
                    : end;
    if (last > at)
      lines_[size_++] = {at, last};
    auto consumed = std::min(size + 1, rest_.size());
    rest_.remove_prefix(consumed);
    at += consumed;
  }
  return size_ > 0;
}

} // namespace tally
