#include "app/report/table_layout.hpp"

#include "app/report/cells.hpp"
#include "app/report/display_width.hpp"
#include "app/report/numbers.hpp"
#include "app/terminal/visible_text.hpp"

#include <algorithm>

namespace tally {

namespace {

constexpr std::string_view rank_heading = "rank";
constexpr std::string_view count_heading = "count";
constexpr std::string_view percent_heading = "percent";
constexpr std::string_view cumulative_heading = "cumulative";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view bar_color = "\x1b[36m";
constexpr std::string_view plain = "\x1b[0m";
constexpr size_t least_for_words = 10;
constexpr size_t most_for_words = 30;
constexpr size_t least_for_bars = 10;
constexpr size_t most_for_bars = 40;

std::string percent(uint64_t part, uint64_t whole) {
  std::string text;
  append_percent(text, part, whole);
  return text += '%';
}

// A bar as long as `eighths` of a column.
void append_blocks(std::string& text, size_t eighths) {
  static constexpr std::string_view parts[]
      = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  for (size_t i = 0; i < eighths / 8; ++i)
    text += "█";
  text += parts[eighths % 8];
}

} // namespace

table_layout::table_layout(const report_options& opts,
                           const report_facts& facts, const screen& seen_on)
  : layout(opts, facts, seen_on),
    // Where words are in the order of their bytes there are no ranks.
    rank_width_(opts.ranking.by == order::word
                    ? 0
                    : width_for(rank_heading.size(), facts.shown.distinct)),
    count_width_(width_for(
        count_heading.size(),
        std::max(facts.all.most_often, opts.other ? facts.other().tokens : 0))),
    percent_width_(percent_heading.size()),
    files_(opts, facts) {
  if (seen_on.columns > 0)
    fit();
}

size_t table_layout::width_before_words() const {
  auto width = count_width_ + column_gap + files_.width();
  for (auto more : {rank_width_, percent_width_,
                    options().cumulative ? cumulative_heading.size() : 0})
    width += more > 0 ? more + column_gap : 0;
  return width;
}

void table_layout::fit() {
  auto columns = seen_on().columns;
  if (!options().percent && width_before_words() + least_for_words > columns)
    percent_width_ = 0;
  if (width_before_words() + least_for_words > columns)
    rank_width_ = 0;
  auto others = width_before_words() + least_for_words - files_.width();
  files_.fit(columns - std::min(columns, others));
  auto used = width_before_words();
  auto left = columns > used ? columns - used : 0;
  word_width_ = std::min(left / 2, most_for_words);
  if (left >= word_width_ + column_gap + least_for_bars && word_width_ > 0)
    bar_width_ = std::min(left - word_width_ - column_gap, most_for_bars);
}

std::string table_layout::head() const {
  std::string text;
  if (facts().shown.distinct == 0 && facts().other().distinct == 0)
    return text;
  if (seen_on().has_colors)
    text += bold;
  if (rank_width_ > 0)
    append_right(text, rank_width_, rank_heading);
  append_right(text, count_width_, count_heading);
  if (percent_width_ > 0)
    append_right(text, percent_width_, percent_heading);
  if (options().cumulative)
    append_right(text, cumulative_heading.size(), cumulative_heading);
  files_.append_head(text);
  text += "word";
  if (seen_on().has_colors)
    text += plain;
  return text += '\n';
}

void table_layout::append_row(std::string& text, const report_row& row) const {
  auto all = facts().all.tokens;
  if (rank_width_ > 0)
    append_right(text, rank_width_, row.rank > 0 ? number(row.rank) : "");
  append_right(text, count_width_, number(row.count));
  if (percent_width_ > 0)
    append_right(text, percent_width_, percent(row.count, all));
  if (options().cumulative)
    append_right(text, cumulative_heading.size(), percent(row.up_to, all));
  files_.append_row(text, row.by_file);
  auto word = visible(row.word);
  text += word;
  // Next to the bars of words, that of all others would dwarf them.
  if (bar_width_ > 0 && row.rank > 0)
    append_bar(text, row, display_width(word));
  text += '\n';
}

void table_layout::append_bar(std::string& text, const report_row& row,
                              size_t word_width) const {
  if (word_width > word_width_)
    return;
  text.append(word_width_ - word_width + column_gap, ' ');
  auto share = static_cast<double>(row.count)
               / static_cast<double>(facts().all.most_often);
  auto eighths
      = static_cast<size_t>(share * static_cast<double>(bar_width_ * 8));
  if (seen_on().has_colors)
    text += bar_color;
  append_blocks(text, std::max<size_t>(eighths, 1));
  if (seen_on().has_colors)
    text += plain;
}

} // namespace tally
