#include "tests/oracle.hpp"

#include <algorithm>

namespace tally::test {

namespace {

std::string_view line_at(std::string_view text, size_t position) {
  auto from = text.substr(0, position).rfind('\n') + 1;
  return text.substr(from, text.substr(from).find('\n'));
}

} // namespace

std::vector<std::pair<std::string, uint64_t>> ranked(const counts& words) {
  std::vector<std::pair<std::string, uint64_t>> result{words.begin(),
                                                       words.end()};
  std::stable_sort(result.begin(), result.end(),
                   [](auto& a, auto& b) { return a.second > b.second; });
  return result;
}

std::string as_tsv(const counts& words) {
  std::string report;
  for (auto& [word, count] : ranked(words))
    report += std::to_string(count) + '\t' + word + '\n';
  return report;
}

std::string expected_counts(std::string_view text) {
  return as_tsv(count_naively(text));
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
