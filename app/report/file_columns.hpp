#pragma once

#include "app/report/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tally {

/// Returns headings for `files`, no two the same: the names, made visible, or
/// what long ones end with.
std::vector<std::string> headings(const counted_files& files);

/// The columns of a table that tell the counts of files. Where there is not
/// enough room for all, the last one sums up those without their own.
class file_columns {
public:
  file_columns(const report_options& opts, const report_facts& facts);

  /// Makes do with `columns` on the screen. Where nothing useful fits, there
  /// are no columns.
  void fit(size_t columns);

  /// Returns how much of the screen they take.
  size_t width() const;

  void append_head(std::string& text) const;

  void append_row(std::string& text, std::span<const uint64_t> counts) const;

private:
  struct column {
    std::string heading;
    size_t heading_width;
    size_t width;
  };

  std::vector<column> columns_;
  size_t others_ = 0;  ///< Files that are summed up in the last column.
  size_t count_width_; ///< Enough for the count of any row.
};

} // namespace tally
