#include "actors/explainer.hpp"

#include "actors/guarded.hpp"

namespace tally {

std::string spelling_key(std::string_view written, std::string_view word) {
  return std::string{word}.append("\n").append(written);
}

std::pair<std::string_view, std::string_view>
split_spelling_key(std::string_view key) {
  auto end = key.find('\n');
  return {key.substr(end + 1), key.substr(0, end)};
}

text_block explainer_state::count(text_block block) {
  auto dropped = words->dropped().sum();
  words->for_each_spelling(
      block.text(), [this](std::string_view written, std::string_view word) {
        ++tokens_read;
        if (asked.count(word) > 0)
          table.add(spelling_key(written, word));
      });
  tokens_read += words->dropped().sum() - dropped;
  return block;
}

counter_actor::behavior_type
explainer(counter_actor::stateful_pointer<explainer_state> self,
          const counting_rules& rules, const std::vector<std::string>& asked) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.words.emplace(rules);
  for (auto& word : asked)
    state.asked.add(word);
  return {
      [&state](count_atom, text_block& block) {
        return guarded([&] { return state.count(std::move(block)); });
      },
      [&state](count_atom, const text_source_ptr& text) {
        return guarded([&] { return count_all(state, text); });
      },
      [&state](get_stats_atom) { return state.tokens(); },
      [&state](split_atom) { return guarded([&] { return state.split(); }); },
      [&state](finish_atom) { return guarded([&] { return state.finish(); }); },
  };
}

} // namespace tally
