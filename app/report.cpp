#include "app/report.hpp"

#include <algorithm>

namespace tally {

namespace {

constexpr std::string_view count_heading = "count";

std::string tsv(const word_counts& counts) {
  std::string text;
  for (auto& [word, count] : counts)
    text.append(std::to_string(count)).append("\t").append(word).append("\n");
  return text;
}

void append_row(std::string& text, size_t width, std::string_view count,
                std::string_view word) {
  text.append(width - count.size(), ' ').append(count);
  text.append("  ").append(word).append("\n");
}

std::string table(const word_counts& counts) {
  std::string text;
  if (counts.empty())
    return text;
  auto less = [](auto& a, auto& b) { return a.count < b.count; };
  auto most = std::max_element(counts.begin(), counts.end(), less)->count;
  auto width = std::max(count_heading.size(), std::to_string(most).size());
  append_row(text, width, count_heading, "word");
  for (auto& [word, count] : counts)
    append_row(text, width, std::to_string(count), word);
  return text;
}

} // namespace

std::string report(word_counts counts, const report_options& opts) {
  std::erase_if(counts, [&](auto& x) { return x.count < opts.min_count; });
  rank(counts, opts.top, opts.sort);
  return opts.layout == format::table ? table(counts) : tsv(counts);
}

} // namespace tally
