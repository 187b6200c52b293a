#include "actors/text/tokenizer.hpp"

#include <algorithm>

namespace tally {

namespace {

// Returns whether white space of `size` bytes ends at `end`.
bool is_space_before(const char* first, const char* end, int size) {
  return end - first >= size
         && space_size(end - size, end) == static_cast<size_t>(size);
}

} // namespace

size_t cut_point(std::string_view text) {
  auto first = text.data();
  for (auto end = first + text.size(); end != first; --end)
    if (is_space_before(first, end, 1) || is_space_before(first, end, 2)
        || is_space_before(first, end, 3))
      return end - first;
  return 0;
}

} // namespace tally
