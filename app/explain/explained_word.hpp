#pragma once

#include "actors/table/word_table.hpp"
#include "app/explain/reasons.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tally {

/// A way to write a word.
struct explained_spelling {
  std::string written;
  uint64_t count = 0;
  rule_names rules; ///< Those that make the word of it, none if it is the word.

  bool operator==(const explained_spelling&) const = default;
};

/// A word, and all there is to tell about it.
struct explained_word {
  std::string word;
  uint64_t count = 0; ///< Sum of the counts of all spellings.
  std::vector<explained_spelling> spellings; ///< Most frequent first, ties by
                                             ///< their bytes.
  rule_names left_out_by; ///< Options because of which it is not counted.

  bool operator==(const explained_word&) const = default;
};

/// Returns by what `word` is left out, nothing if it is not.
std::string left_out_note(const explained_word& word);

/// Explains `words`, which are spelled by `rules` and all different, in this
/// order. `table` has the counts by `spelling_key`.
std::vector<explained_word> explained(const word_table& table,
                                      const std::vector<std::string>& words,
                                      const counting_rules& rules);

} // namespace tally
