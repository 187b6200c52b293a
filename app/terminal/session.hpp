#pragma once

#include "actors/aggregator_handle.hpp"
#include "actors/rules/word_counter.hpp"
#include "app/report/report.hpp"
#include "app/terminal/line_source.hpp"
#include "app/terminal/undo_list.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Returns "1 word", "2 words", ...
std::string number_of_words(uint64_t n);

/// How a conversation ended.
struct ending {
  bool complete = true; ///< Was everything done that was asked for?
  int signal = 0;       ///< The signal that ended it, 0 if none did.
  token_totals tokens;  ///< What it and the files before it have come to.
};

/// What the lines of a conversation change and the commands work with.
class session {
public:
  /// Answers on `out`, which may be a terminal. `rules` tell what a word is.
  /// `opts` tell how lists of counts are to look, and what was read before.
  session(aggregator_handle& totals, line_source& lines, std::ostream& out,
          const counting_rules& rules, const report_options& opts,
          bool on_terminal);

  /// Returns the words of `text` as the rules have it.
  std::vector<std::string> words_in(std::string_view text);

  /// Counts the words of `text` and answers each.
  void count(std::string_view text);

  /// Counts the words of `text` and answers with their number.
  void count_text(std::string_view text);

  /// Adds `counts` and returns their totals, or complains and returns nothing
  /// if they would not fit.
  std::optional<tally::totals> add(word_counts counts);

  /// Takes back up to `n` occurrences of `word`.
  void take(const std::string& word, uint64_t n);

  /// Undoes the last change and answers with what was undone.
  void undo();

  /// Forgets all counts and changes.
  void reset();

  /// Prints the first `n` words.
  void print_top(uint64_t n);

  /// Returns how all counts are to be saved as `layout`.
  report_options saved_as(format layout) const;

  /// Answers with the new count of a word.
  void answer(std::string_view what, const std::string& word, uint64_t count);

  /// Answers with text, wrapped to fit on the terminal.
  void say(std::string_view text);

  /// Answers with two parts, in rows of their own where one row is too short.
  void say(std::string_view first, std::string_view second);

  /// Returns how many columns there are for answers.
  size_t width() const;

  /// Complains, and lets the conversation fail in the end.
  void fail(std::string_view sentence);

  /// Lets the conversation fail in the end.
  void mark_incomplete() {
    ending_.complete = false;
  }

  /// Asks a question. Anything but "yes" means no.
  bool confirm(const std::string& question);

  /// Returns what was asked for, or complains.
  template <class T>
  std::optional<T> checked(caf::expected<T> response) {
    if (response)
      return std::move(*response);
    fail(explain(response.error()));
    return std::nullopt;
  }

  /// Returns `text` as it may be printed.
  std::string shown(std::string_view text) const;

  /// Ends the conversation.
  void quit(int signal = 0);

  bool has_ended() const {
    return has_ended_;
  }

  const ending& result() const {
    return ending_;
  }

  /// Returns what the words were counted by, nothing if that is not known.
  const rule_list& rules() const {
    return opts_.rules;
  }

  aggregator_handle& totals() {
    return totals_;
  }

private:
  std::vector<std::string> next_words(std::string_view text, change& done);
  void count_each(const std::vector<std::string>& words, change done);
  std::optional<tally::totals> apply(change done);
  void note(change done);
  void put_back(const word_counts& counts);
  void take_back(const word_counts& counts);

  aggregator_handle& totals_;
  line_source& lines_;
  std::ostream& out_;
  word_counter rules_;
  report_options opts_;
  bool on_terminal_;
  bool has_ended_ = false;
  ending ending_;
  undo_list changes_;
  std::vector<std::string> before_; // words that n-grams may start with
};

} // namespace tally
