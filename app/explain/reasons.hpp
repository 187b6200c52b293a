#pragma once

#include "actors/rules/speller.hpp"
#include "messages/rules.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

/// Names of rules, for people.
using rule_names = std::vector<std::string_view>;

/// Returns `names` with commas between them.
std::string joined(const rule_names& names);

/// Tells which rules bring a spelling into the word it is counted as.
class spelling_reasons {
public:
  explicit spelling_reasons(const counting_rules& rules);

  /// Returns the fewest rules that suffice to make `word` of `written`, in the
  /// order in which they are applied; none if both are the same. Where as many
  /// others do as well, it is the earlier ones.
  rule_names joining(std::string_view written, std::string_view word);

private:
  // Some of the rules, and what they do together.
  struct choice {
    rule_names names;
    speller spelling;
  };

  std::vector<choice> choices_; // those of the fewest rules first
};

/// Returns the options that leave out `word`, a word as it is spelled by
/// `rules`; none if it is counted.
rule_names leaving_out(std::string_view word, const counting_rules& rules);

} // namespace tally
