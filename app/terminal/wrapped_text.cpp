#include "app/terminal/wrapped_text.hpp"

#include "app/terminal/line_meaning.hpp"

#include <algorithm>

namespace tally {

namespace {

void append_wrapped(std::string& result, std::string_view line, size_t width) {
  auto indent = std::min(line.find_first_not_of(' '), line.size());
  std::string row(indent, ' ');
  for (auto& word : words_of(line)) {
    auto is_first = row.size() == indent;
    if (!is_first && row.size() + 1 + word.size() > width) {
      result.append(row).append("\n");
      row.assign(indent, ' ');
      is_first = true;
    }
    row.append(is_first ? "" : " ").append(word);
  }
  result.append(row);
}

} // namespace

std::string wrapped(std::string_view text, size_t width) {
  std::string result;
  for (;;) {
    auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.size() > width)
      append_wrapped(result, line, width);
    else
      result.append(line);
    if (end == text.size())
      return result;
    result += '\n';
    text.remove_prefix(end + 1);
  }
}

} // namespace tally
