#include "actors/table/count_words.hpp"

#include "actors/table/count_list.hpp"

namespace tally {

uint64_t count_words(std::string_view block, word_table& table,
                     instruction_set which) {
  uint64_t read = 0;
  word_scanner words{block, which};
  while (words.next()) {
    auto is_giant = !words.giant().empty();
    read += is_giant ? 1 : words.words();
    if (is_giant)
      table.add(words.giant());
    else
      count_list(words, table, which);
  }
  return read;
}

} // namespace tally
