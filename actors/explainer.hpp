#pragma once

#include "actors/counter.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

/// Returns what a word is counted under where its spellings are told apart. No
/// word has an LF in it, so each pair has a key of its own.
std::string spelling_key(std::string_view written, std::string_view word);

/// Returns the spelling and the word that `key` was made of.
std::pair<std::string_view, std::string_view>
split_spelling_key(std::string_view key);

/// The counts of one explainer: like those of a counter, but of the spellings
/// of some words, by their keys. Knows nothing about actors.
struct explainer_state : counter_state {
  static constexpr const char* name = "explainer";

  /// Counts the spellings of the words in `asked` and returns `block` for
  /// reuse.
  text_block count(text_block block);

  word_table asked; ///< Words as they are counted, each once or more often.
};

/// Behavior of the actor around an `explainer_state`, which takes a counter's
/// place: it looks for `asked`, words as they are counted by `rules`, which
/// must not join words.
counter_actor::behavior_type
explainer(counter_actor::stateful_pointer<explainer_state> self,
          const counting_rules& rules, const std::vector<std::string>& asked);

} // namespace tally
