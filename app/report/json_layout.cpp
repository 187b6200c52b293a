#include "app/report/json_layout.hpp"

#include "app/report/json_text.hpp"
#include "app/report/numbers.hpp"

#include <utility>

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

void list_files(std::string& text, const counted_files& files) {
  auto before = ",\n\"files\": [\n";
  for (auto& file : files) {
    auto all = file.all();
    append_json_word(text.append(std::exchange(before, ",\n")) += '{', "name",
                     file.name);
    append_number(text += ", \"tokens\": ", all.tokens);
    append_number(text += ", \"distinct\": ", all.distinct);
    text += '}';
  }
  if (!files.empty())
    text += "\n]";
}

// Appends the count of each file, where there are any.
void append_by_file(std::string& text, std::span<const uint64_t> counts) {
  auto before = ", \"by_file\": [";
  for (auto count : counts)
    append_number(text += std::exchange(before, ", "), count);
  if (!counts.empty())
    text += ']';
}

void append_other(std::string& text, const report_facts& facts) {
  auto other = facts.other();
  append_number(text += ",\n\"other\": {\"count\": ", other.tokens);
  append_number(text += ", \"words\": ", other.distinct);
  append_by_file(text, facts.other_by_file);
  text += '}';
}

} // namespace

std::string json_layout::head() const {
  std::string text = "{\"rules\": ";
  append_json(text, options().rules);
  append_totals(text += ",\n\"totals\": ", facts().all, options().tokens);
  list_files(text, options().files);
  if (options().other)
    append_other(text, facts());
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
  append_by_file(text, row.by_file);
  text += '}';
}

} // namespace tally
