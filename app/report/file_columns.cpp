#include "app/report/file_columns.hpp"

#include "app/report/cells.hpp"
#include "app/report/display_width.hpp"
#include "app/terminal/utf8.hpp"
#include "app/terminal/visible_text.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace tally {

namespace {

constexpr size_t usual_width = 16;
constexpr std::string_view cut_mark = "…";

// Returns what `name` ends with, if it is wider than `width`.
std::string shortened(std::string_view name, size_t width) {
  auto left = display_width(name);
  if (left <= width)
    return std::string{name};
  while (left >= width) {
    auto first = name.substr(0, decode_last(name).size);
    left -= display_width(first);
    name.remove_prefix(first.size());
  }
  return std::string{cut_mark}.append(name);
}

} // namespace

// Names that end with the same get more room, until they differ.
std::vector<std::string> headings(const counted_files& files) {
  for (auto width = usual_width;; width *= 2) {
    std::vector<std::string> result;
    size_t longest = 0;
    for (auto& file : files) {
      auto name = visible(file.name);
      longest = std::max(longest, name.size());
      result.push_back(shortened(name, width));
    }
    std::set<std::string_view> different{result.begin(), result.end()};
    if (different.size() == result.size() || width > longest)
      return result;
  }
}

file_columns::file_columns(const report_options& opts,
                           const report_facts& facts)
  : count_width_{
      number(std::max(facts.all.most_often, facts.other().tokens)).size()} {
  auto names = headings(opts.files);
  for (size_t i = 0; i < names.size(); ++i) {
    auto most
        = std::max(std::min(facts.all.most_often, opts.files[i].all().tokens),
                   facts.other_by_file[i]);
    auto heading_width = display_width(names[i]);
    columns_.push_back(
        {std::move(names[i]), heading_width, width_for(heading_width, most)});
  }
}

void file_columns::fit(size_t columns) {
  if (width() <= columns)
    return;
  auto all = columns_.size();
  auto heading = std::to_string(all) + " more";
  column more{heading, heading.size(), std::max(heading.size(), count_width_)};
  auto used = more.width + column_gap;
  size_t kept = 0;
  while (used + columns_[kept].width + column_gap <= columns)
    used += columns_[kept++].width + column_gap;
  columns_.resize(kept);
  if (kept == 0)
    return;
  others_ = all - kept;
  more.heading = std::to_string(others_) + " more";
  more.heading_width = more.heading.size();
  columns_.push_back(std::move(more));
}

size_t file_columns::width() const {
  size_t result = 0;
  for (auto& x : columns_)
    result += x.width + column_gap;
  return result;
}

void file_columns::append_head(std::string& text) const {
  for (auto& x : columns_)
    append_right(text, x.width, x.heading, x.heading_width);
}

void file_columns::append_row(std::string& text,
                              std::span<const uint64_t> counts) const {
  auto own = columns_.size() - (others_ > 0 ? 1 : 0);
  for (size_t i = 0; i < own; ++i)
    append_right(text, columns_[i].width, number(counts[i]));
  if (others_ == 0)
    return;
  auto rest = counts.subspan(own);
  append_right(text, columns_.back().width,
               number(std::accumulate(rest.begin(), rest.end(), uint64_t{0})));
}

} // namespace tally
