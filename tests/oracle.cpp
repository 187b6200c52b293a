#include "tests/oracle.hpp"

#include <algorithm>

namespace tally::test {

namespace {

std::string utf8(unsigned code_point) {
  auto tail = [&](unsigned shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3f));
  };
  if (code_point < 0x80)
    return {static_cast<char>(code_point)};
  if (code_point < 0x800)
    return {static_cast<char>(0xc0 | code_point >> 6), tail(0)};
  return {static_cast<char>(0xe0 | code_point >> 12), tail(6), tail(0)};
}

/// Returns the length of the white space that `text` starts with.
size_t leading_space(std::string_view text) {
  for (auto& space : white_space())
    if (text.starts_with(space))
      return space.size();
  return 0;
}

std::string_view line_at(std::string_view text, size_t position) {
  auto from = text.substr(0, position).rfind('\n') + 1;
  return text.substr(from, text.substr(from).find('\n'));
}

} // namespace

const std::vector<std::string>& white_space() {
  static const auto result = [] {
    std::vector<std::string> spaces;
    for (auto code_point :
         {0x0009, 0x000a, 0x000b, 0x000c, 0x000d, 0x0020, 0x0085,
          0x00a0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
          0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028,
          0x2029, 0x202f, 0x205f, 0x3000})
      spaces.push_back(utf8(static_cast<unsigned>(code_point)));
    return spaces;
  }();
  return result;
}

std::map<std::string, uint64_t> words_of(std::string_view text) {
  std::map<std::string, uint64_t> counts;
  std::string word;
  auto finish_word = [&] {
    if (!word.empty())
      ++counts[word];
    word.clear();
  };
  while (!text.empty()) {
    if (auto size = leading_space(text)) {
      finish_word();
      text.remove_prefix(size);
    } else {
      word += text.front();
      text.remove_prefix(1);
    }
  }
  finish_word();
  return counts;
}

std::vector<std::pair<std::string, uint64_t>>
ranked(const std::map<std::string, uint64_t>& counts) {
  std::vector<std::pair<std::string, uint64_t>> result{counts.begin(),
                                                       counts.end()};
  std::stable_sort(result.begin(), result.end(),
                   [](auto& a, auto& b) { return a.second > b.second; });
  return result;
}

std::string expected_counts(std::string_view text) {
  std::string report;
  for (auto& [word, count] : ranked(words_of(text)))
    report += std::to_string(count) + '\t' + word + '\n';
  return report;
}

std::string difference(std::string_view got, std::string_view expected) {
  if (got == expected)
    return {};
  auto at
      = std::mismatch(got.begin(), got.end(), expected.begin(), expected.end());
  auto position = static_cast<size_t>(at.first - got.begin());
  auto line = 1 + std::count(got.begin(), at.first, '\n');
  return "line " + std::to_string(line) + " is '"
         + std::string{line_at(got, position)} + "' instead of '"
         + std::string{line_at(expected, position)} + "'";
}

} // namespace tally::test
