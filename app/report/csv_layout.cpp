#include "app/report/csv_layout.hpp"

#include "app/report/numbers.hpp"

namespace tally {

void append_field(std::string& text, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == field.npos) {
    text += field;
    return;
  }
  text += '"';
  for (char c : field)
    text.append(c == '"' ? 2 : 1, c);
  text += '"';
}

std::string csv_layout::head() const {
  std::string text = "word,count";
  if (options().percent)
    text += ",percent";
  if (options().cumulative)
    text += ",cumulative";
  std::string buffer;
  for (auto& file : options().files)
    append_field(text += ',', shown(file.name, buffer));
  return text += "\r\n";
}

void csv_layout::append_row(std::string& text, const report_row& row) const {
  std::string buffer;
  append_field(text, shown(row.word, buffer));
  append_number(text += ',', row.count);
  append_shares(text, row, ',');
  append_files(text, row, ',');
  text += "\r\n";
}

} // namespace tally
