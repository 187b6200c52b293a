// Counting by rules: what `counting_rules` say, done. Words between white
// space, as they are written, take the fastest way there is. Other rules make
// lists of words, too; in these only words beyond ASCII need to be looked at
// one by one. Words that may be left out, or are joined to n-grams, all are.

#pragma once

#include "actors/rules/line_scanner.hpp"
#include "actors/rules/ngram_window.hpp"
#include "actors/rules/speller.hpp"
#include "actors/rules/text_scanner.hpp"
#include "actors/rules/word_filter.hpp"
#include "actors/table/word_table.hpp"
#include "messages/payload.hpp"
#include "messages/rules.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Returns the version of Unicode that the rules follow, such as "15.0".
std::string unicode_version();

/// Counts words, one text after the other. Reuses its memory, so each thread
/// wants one of its own.
class word_counter {
public:
  using word_function = std::function<void(std::string_view)>;
  using spelling_function
      = std::function<void(std::string_view written, std::string_view word)>;

  /// Throws `std::invalid_argument` with a sentence about rules that make no
  /// sense.
  explicit word_counter(counting_rules rules = {});

  /// Adds the words of `block` to `table` and returns how many were read, those
  /// left out included; n-grams count as words here. The block ends at a
  /// `cut_point` or at the end of its input, and is followed by `block_padding`
  /// readable bytes. `before` is what `words_before_next` returned for the
  /// block before it. Some words may wait for `word_table::settle`. Throws what
  /// `word_table::add` throws, and `std::length_error` for text of 2 GB without
  /// a place to cut it.
  uint64_t count(std::string_view block, word_table& table,
                 const std::vector<std::string>& before = {});

  /// Calls `f(word)` for everything that `count` would count in `text`, which
  /// needs nothing behind it. N-grams start within it. Meant for little text.
  void for_each_word(std::string_view text, const word_function& f);

  /// The same for a text that goes on from another: n-grams may start with the
  /// words in `before`, which become those that the next text wants there.
  void for_each_word(std::string_view text, const word_function& f,
                     std::vector<std::string>& before);

  /// Calls `f(written, word)` for each word of `text` that is not left out:
  /// how it is written there, and the word it is counted as. As above.
  void for_each_spelling(std::string_view text, const spelling_function& f);

  /// Returns the words that n-grams in the block after `block` may start with:
  /// none, unless n-grams are counted. Who cuts an input into blocks calls
  /// this for each, on a counter of its own, with the result for the one
  /// before it, and starts with no words at each input. Reads no more of the
  /// block than it needs.
  std::vector<std::string>
  words_before_next(std::string_view block,
                    const std::vector<std::string>& before);

  /// Returns how many words have been left out.
  left_out dropped() const {
    return filter_ ? filter_->dropped() : left_out{};
  }

private:
  template <class F>
  void for_each_written(std::string_view block, F f);
  template <class F, class G>
  void for_each_kept(std::string_view block, F f, G gap);
  template <class Words>
  uint64_t count_pieces(Words& words, word_table& table);
  template <class Words>
  void count_piece(const Words& words, word_table& table, bool has_wide);
  void add_spelled(std::string_view written, word_table& table);
  uint64_t count_ngrams(std::string_view block, word_table& table,
                        const std::vector<std::string>& before);
  void start_after(const std::vector<std::string>& before);
  template <class F>
  void for_each_ngram(std::string_view block, F f);
  std::string_view padded_copy(std::string_view text);

  counting_rules rules_;
  std::optional<text_scanner> text_scanner_; // for words of text
  line_scanner line_scanner_;
  speller speller_;
  std::optional<word_filter> filter_; // if words may be left out
  ngram_window window_;
  std::vector<std::string_view> others_;
  std::vector<char> folded_;
  std::vector<char> copy_;
};

} // namespace tally
