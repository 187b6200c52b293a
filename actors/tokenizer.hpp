#pragma once

#include <cstddef>
#include <string_view>

namespace tally {

size_t white_space_length(std::string_view text, size_t i);

template <class Sink>
void for_each_word(std::string_view text, Sink sink) {
  size_t start = 0;
  for (size_t i = 0; i < text.size();) {
    auto n = white_space_length(text, i);
    if (n == 0) {
      ++i;
      continue;
    }
    if (i > start)
      sink(text.substr(start, i - start));
    start = i += n;
  }
  if (start < text.size())
    sink(text.substr(start));
}

size_t cut_point(std::string_view text);

} // namespace tally
