#include "actors/rules/cut_point.hpp"

#include "actors/rules/text_cut.hpp"
#include "actors/text/tokenizer.hpp"

namespace tally {

size_t cut_point(std::string_view text, const counting_rules& rules) {
  switch (rules.words) {
  case word_rule::text:
    return text_cut_point(text);
  case word_rule::line:
    return text.rfind('\n') + 1;
  default:
    return cut_point(text);
  }
}

} // namespace tally
