#include "app/report/counted_file.hpp"

#include "actors/table/word_table.hpp"

namespace tally {

uint64_t counted_file::count(std::string_view word) const {
  return table ? table->count(word) : 0;
}

totals counted_file::all() const {
  return table ? totals{table->tokens(), table->distinct()} : totals{};
}

} // namespace tally
