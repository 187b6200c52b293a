#include "app/report/tsv_layout.hpp"

#include "app/report/numbers.hpp"

namespace tally {

void tsv_layout::append_row(std::string& text, const report_row& row) const {
  std::string buffer;
  append_number(text, row.count);
  append_shares(text, row, '\t');
  append_files(text, row, '\t');
  text += '\t';
  text.append(shown(row.word, buffer)) += '\n';
}

} // namespace tally
