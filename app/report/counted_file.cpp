#include "app/report/counted_file.hpp"

#include "actors/table/word_table.hpp"

namespace tally {

uint64_t counted_file::count(std::string_view word) const {
  return table ? table->count(word) : 0;
}

totals counted_file::all() const {
  return table ? totals{table->tokens(), table->distinct()} : totals{};
}

// File by file, for the table of one may fit into the processor's caches.
std::vector<uint64_t> counts_by_file(const counted_files& files,
                                     std::span<const ranked_word> words) {
  std::vector<uint64_t> result(files.size() * words.size());
  for (size_t i = 0; i < files.size(); ++i)
    for (size_t j = 0; j < words.size(); ++j)
      result[j * files.size() + i] = files[i].count(words[j].word);
  return result;
}

} // namespace tally
