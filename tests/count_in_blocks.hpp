#pragma once

#include "actors/table/count_words.hpp"
#include "actors/text/tokenizer.hpp"
#include "tests/padded.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tally::test {

/// Counts `text` in blocks of at most `size` bytes where possible.
inline void count_in_blocks(std::string_view text, size_t size,
                            word_table& table, instruction_set which) {
  std::string rest;
  while (!text.empty()) {
    rest += text.substr(0, size);
    text.remove_prefix(std::min(size, text.size()));
    auto cut = text.empty() ? rest.size() : cut_point(rest);
    count_words(padded{rest.substr(0, cut)}.text(), table, which);
    rest.erase(0, cut);
  }
  table.settle();
}

} // namespace tally::test
