#include "app/explain/explained_text.hpp"

#include "app/explain/explained_json.hpp"
#include "app/explain/explained_table.hpp"
#include "app/report/csv_layout.hpp"
#include "app/report/numbers.hpp"
#include "app/terminal/visible_text.hpp"

namespace tally {

namespace {

// A line of tsv and csv.
struct line {
  uint64_t count;
  std::string word;
  std::string written;
  std::string rules;
};

template <class F>
void for_each_line(const std::vector<explained_word>& words,
                   const screen& seen_on, F f) {
  auto shown = [&](const std::string& word) {
    return seen_on.is_terminal ? visible(word) : word;
  };
  for (auto& x : words) {
    for (auto& [written, count, rules] : x.spellings)
      f(line{count, shown(x.word), shown(written), joined(rules)});
    if (x.spellings.empty())
      f(line{0, shown(x.word), "", left_out_note(x)});
  }
}

std::string tsv_text(const std::vector<explained_word>& words,
                     const screen& seen_on) {
  std::string text;
  for_each_line(words, seen_on, [&](const line& x) {
    append_number(text, x.count);
    for (auto field : {&x.word, &x.written, &x.rules})
      text.append("\t").append(*field);
    text += '\n';
  });
  return text;
}

std::string csv_text(const std::vector<explained_word>& words,
                     const screen& seen_on) {
  std::string text = "count,word,spelling,rules\r\n";
  for_each_line(words, seen_on, [&](const line& x) {
    append_number(text, x.count);
    for (auto field : {&x.word, &x.written, &x.rules})
      append_field(text += ',', *field);
    text += "\r\n";
  });
  return text;
}

} // namespace

std::string explained_text(const std::vector<explained_word>& words,
                           const report_options& opts, const screen& seen_on) {
  switch (opts.layout) {
  case format::csv:
    return csv_text(words, seen_on);
  case format::json:
    return explained_json(words, opts.rules);
  case format::table:
    return explained_table(words, seen_on);
  case format::tsv:
    break;
  }
  return tsv_text(words, seen_on);
}

} // namespace tally
