#include "actors/table/count_words.hpp"

#include "actors/table/count_list.hpp"

namespace tally {

void count_words(std::string_view block, word_table& table,
                 instruction_set which) {
  word_scanner words{block, which};
  while (words.next()) {
    if (!words.giant().empty())
      table.add(words.giant());
    else
      count_list(words, table, [](std::string_view) { return false; });
  }
}

} // namespace tally
