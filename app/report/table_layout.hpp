#pragma once

#include "app/report/file_columns.hpp"
#include "app/report/layout.hpp"

namespace tally {

/// Columns for the eye: rank, count, percent, the counts of files if they are
/// told apart, word, and a bar where the screen has room for one. Where it has
/// little, the first to go are percent and rank, then files.
/// Words are never cut, and never make a terminal do anything.
class table_layout : public layout {
public:
  table_layout(const report_options& opts, const report_facts& facts,
               const screen& seen_on);

  std::string head() const override;

protected:
  void append_row(std::string& text, const report_row& row) const override;

private:
  void fit();
  size_t width_before_words() const;
  void append_bar(std::string& text, const report_row& row,
                  size_t word_width) const;

  size_t rank_width_; // 0 if there is no such column
  size_t count_width_;
  size_t percent_width_; // 0 if there is no such column
  file_columns files_;
  size_t word_width_ = 0;
  size_t bar_width_ = 0; // 0 if there are no bars
};

} // namespace tally
