// What all formats have in common. A report is a head, rows and a foot; the
// rows are laid out piece by piece, on several threads at a time. There may be
// millions of rows, so what each of them calls is defined here, to be inlined.

#pragma once

#include "app/report/numbers.hpp"
#include "app/report/report_options.hpp"
#include "app/report/screen.hpp"
#include "app/terminal/visible_text.hpp"
#include "messages/payload.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// What is known before the first row.
struct report_facts {
  ranking_summary all;                 ///< Everything that was counted.
  totals shown;                        ///< What has a row of its own.
  std::vector<uint64_t> other_by_file; ///< Without a row, of each file.

  totals other() const {
    return {all.tokens - shown.tokens, all.distinct - shown.distinct};
  }
};

/// Stands for the words left out. No word has a space in it.
inline constexpr std::string_view other_words = "(other words)";

/// A line of a report.
struct report_row {
  std::string_view word;
  uint64_t count = 0;
  uint64_t rank = 0;  ///< From 1 for the first; 0 for the words left out.
  uint64_t up_to = 0; ///< Sum of the counts of all rows up to this one.
  std::span<const uint64_t> by_file; ///< What of `count` is of each file.
};

/// Lays out a report.
class layout {
public:
  layout(const report_options& opts, const report_facts& facts,
         const screen& seen_on)
    : opts_(opts), facts_(facts), seen_on_(seen_on) {
    // nop
  }

  virtual ~layout() = default;

  /// Returns what comes before the rows.
  virtual std::string head() const;

  /// Appends the rows of `piece`. May be called by several threads at a time.
  void append_rows(std::string& text, const ranked_piece& piece) const;

  /// Returns what comes after the rows: that for the words left out, if it is
  /// wanted and there are any.
  virtual std::string foot() const;

protected:
  virtual void append_row(std::string& text, const report_row& row) const = 0;

  /// Appends shares of all counts as they are wanted, `before` each.
  void append_shares(std::string& text, const report_row& row,
                     char before) const {
    if (opts_.percent)
      append_percent(text += before, row.count, facts_.all.tokens);
    if (opts_.cumulative)
      append_percent(text += before, row.up_to, facts_.all.tokens);
  }

  /// Appends the counts of all files, `before` each.
  static void append_files(std::string& text, const report_row& row,
                           char before) {
    for (auto count : row.by_file)
      append_number(text += before, count);
  }

  /// Returns `word` as it may be written to the screen. Uses `buffer`.
  std::string_view shown(std::string_view word, std::string& buffer) const {
    if (!seen_on_.is_terminal)
      return word;
    buffer = visible(word);
    return buffer;
  }

  const report_options& options() const {
    return opts_;
  }

  const report_facts& facts() const {
    return facts_;
  }

  const screen& seen_on() const {
    return seen_on_;
  }

private:
  report_options opts_;
  report_facts facts_;
  screen seen_on_;
};

/// Returns the layout for the format that `opts` asks for.
std::shared_ptr<const layout> make_layout(const report_options& opts,
                                          const report_facts& facts,
                                          const screen& seen_on);

} // namespace tally
