#include "app/explain/explained_json.hpp"

#include "app/report/json_layout.hpp"
#include "app/report/json_text.hpp"
#include "app/report/numbers.hpp"

namespace tally {

namespace {

void append_names(std::string& text, const rule_names& names) {
  auto before = "";
  text += '[';
  for (auto name : names) {
    append_json(text += before, name);
    before = ", ";
  }
  text += ']';
}

void append_spelling(std::string& text, const explained_spelling& x) {
  append_json_word(text += '{', "spelling", x.written);
  append_number(text += ", \"count\": ", x.count);
  append_names(text += ", \"rules\": ", x.rules);
  text += '}';
}

void append_word(std::string& text, const explained_word& x) {
  append_json_word(text += '{', "word", x.word);
  append_number(text += ", \"count\": ", x.count);
  append_names(text += ", \"left_out_by\": ", x.left_out_by);
  text += ", \"spellings\": [";
  auto before = "\n  ";
  for (auto& spelling : x.spellings) {
    append_spelling(text += before, spelling);
    before = ",\n  ";
  }
  text += "]}";
}

} // namespace

std::string explained_json(const std::vector<explained_word>& words,
                           const rule_list& rules) {
  std::string text = "{\"rules\": ";
  append_json(text, rules);
  text += ",\n\"words\": [";
  auto before = "\n";
  for (auto& x : words) {
    append_word(text += before, x);
    before = ",\n";
  }
  return text += "\n]}\n";
}

} // namespace tally
