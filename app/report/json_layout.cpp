#include "app/report/json_layout.hpp"

#include "app/report/json_text.hpp"
#include "app/report/numbers.hpp"

namespace tally {

namespace {

void append_totals(std::string& text, const ranking_summary& counted,
                   const token_totals& tokens) {
  auto& rejected = tokens.rejected;
  append_number(text += "{\"read\": ", tokens.read);
  append_number(text += ", \"tokens\": ", counted.tokens);
  append_number(text += ", \"left_out\": {\"stop_words\": ",
                rejected.stop_words);
  append_number(text += ", \"length\": ", rejected.length);
  append_number(text += ", \"pattern\": ", rejected.pattern);
  append_number(text += "}, \"distinct\": ", counted.distinct);
  text += '}';
}

void append_other(std::string& text, const totals& x) {
  append_number(text += "{\"count\": ", x.tokens);
  append_number(text += ", \"words\": ", x.distinct);
  text += '}';
}

void append_word(std::string& text, std::string_view word) {
  append_json(text += "{\"word\": ", word);
  if (!is_utf8(word))
    append_hex(text += ", \"bytes\": \"", word).append("\"");
}

} // namespace

std::string json_layout::head() const {
  std::string text = "{\"rules\": {";
  auto before = "";
  for (auto& [name, value] : options().rules) {
    append_json(text += before, name);
    append_json(text += ": ", value);
    before = ", ";
  }
  append_totals(text += "},\n\"totals\": ", facts().all, options().tokens);
  if (options().other)
    append_other(text += ",\n\"other\": ", facts().other());
  return text += ",\n\"counts\": [";
}

std::string json_layout::foot() const {
  return "\n]}\n";
}

void json_layout::append_row(std::string& text, const report_row& row) const {
  append_word(text += row.rank == 1 ? "\n" : ",\n", row.word);
  append_number(text += ", \"count\": ", row.count);
  if (options().percent)
    append_percent(text += ", \"percent\": ", row.count, facts().all.tokens);
  if (options().cumulative)
    append_percent(text += ", \"cumulative\": ", row.up_to, facts().all.tokens);
  text += '}';
}

} // namespace tally
