#include "app/report/json_layout.hpp"

#include "app/report/json_text.hpp"
#include "app/report/numbers.hpp"

namespace tally {

namespace {

void append_totals(std::string& text, std::string_view words,
                   std::string_view tokens, const totals& x) {
  append_number(text.append("{\"").append(tokens).append("\": "), x.tokens);
  append_number(text.append(", \"").append(words).append("\": "), x.distinct);
  text += '}';
}

} // namespace

std::string json_layout::head() const {
  std::string text = "{\"rules\": ";
  append_json(text, options().rules);
  append_totals(text += ",\n\"totals\": ", "distinct", "tokens",
                {facts().all.tokens, facts().all.distinct});
  if (options().other)
    append_totals(text += ",\n\"other\": ", "words", "count", facts().other());
  return text += ",\n\"counts\": [";
}

std::string json_layout::foot() const {
  return "\n]}\n";
}

void json_layout::append_row(std::string& text, const report_row& row) const {
  text += row.rank == 1 ? "\n{" : ",\n{";
  append_json_word(text, "word", row.word);
  append_number(text += ", \"count\": ", row.count);
  if (options().percent)
    append_percent(text += ", \"percent\": ", row.count, facts().all.tokens);
  if (options().cumulative)
    append_percent(text += ", \"cumulative\": ", row.up_to, facts().all.tokens);
  text += '}';
}

} // namespace tally
