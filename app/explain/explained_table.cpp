#include "app/explain/explained_table.hpp"

#include "app/report/display_width.hpp"
#include "app/terminal/visible_text.hpp"

#include <algorithm>

namespace tally {

namespace {

constexpr std::string_view gap = "  ";
constexpr std::string_view indent = "    ";
constexpr size_t most_for_spellings = 40;

std::string right(uint64_t number, size_t width) {
  auto digits = std::to_string(number);
  return std::string(width - digits.size(), ' ') + digits;
}

// What is wider than a column may be does not widen it.
size_t width_for(const std::vector<std::string>& spellings) {
  size_t result = 0;
  for (auto& x : spellings)
    if (auto width = display_width(x); width <= most_for_spellings)
      result = std::max(result, width);
  return result;
}

void append_note(std::string& text, const std::string& note, size_t padding) {
  if (!note.empty())
    text.append(padding, ' ').append(gap).append(note);
  text += '\n';
}

void append_spellings(std::string& text, const explained_word& word,
                      size_t count_width) {
  std::vector<std::string> written;
  for (auto& x : word.spellings)
    written.push_back(visible(x.written));
  auto column = width_for(written);
  for (size_t i = 0; i < written.size(); ++i) {
    auto& [bytes, count, rules] = word.spellings[i];
    auto width = display_width(written[i]);
    text.append(indent).append(right(count, count_width));
    text.append(gap).append(written[i]);
    append_note(text, joined(rules), column - std::min(column, width));
  }
}

} // namespace

std::string explained_table(const std::vector<explained_word>& words,
                            const screen& seen_on) {
  uint64_t most = 0;
  for (auto& x : words)
    most = std::max(most, x.count);
  auto count_width = std::to_string(most).size();
  std::string text;
  for (auto& x : words) {
    auto heading = right(x.count, count_width) + "  " + visible(x.word);
    text += seen_on.has_colors ? "\x1b[1m" + heading + "\x1b[0m" : heading;
    append_note(text, left_out_note(x), 0);
    append_spellings(text, x, count_width);
  }
  return text;
}

} // namespace tally
