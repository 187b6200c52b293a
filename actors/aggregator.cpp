#include "actors/aggregator.hpp"

#include "actors/guarded.hpp"
#include "actors/word_order.hpp"

#include <algorithm>
#include <limits>

namespace tally {

caf::expected<uint64_t> aggregator_state::add_word(const std::string& word) {
  if (word.empty())
    return caf::error{fault::empty_word};
  if (room() == 0)
    return caf::error{fault::too_many};
  return table.add(word);
}

caf::expected<uint64_t> aggregator_state::subtract(const std::string& word,
                                                   uint64_t n) {
  if (word.empty())
    return caf::error{fault::empty_word};
  return table.subtract(word, n);
}

word_counts aggregator_state::counts() const {
  return top(table.distinct());
}

word_counts aggregator_state::top(uint64_t n) const {
  word_counts result;
  result.reserve(table.distinct());
  table.for_each([&](std::string_view word, uint64_t count) {
    result.push_back({std::string{word}, count});
  });
  rank(result, n);
  return result;
}

word_counts aggregator_state::complete(std::string_view prefix,
                                       uint64_t n) const {
  word_counts result;
  table.for_each([&](std::string_view word, uint64_t count) {
    if (word.starts_with(prefix))
      result.push_back({std::string{word}, count});
  });
  rank(result, n);
  return result;
}

totals aggregator_state::stats() const {
  return {table.tokens(), table.distinct()};
}

uint64_t aggregator_state::audit() const {
  return table.audit();
}

caf::expected<totals> aggregator_state::merge(const word_counts& partial) {
  auto is_empty = [](const word_count& x) { return x.word.empty(); };
  if (std::any_of(partial.begin(), partial.end(), is_empty))
    return caf::error{fault::empty_word};
  auto left = room();
  for (auto& [word, count] : partial) {
    if (count > left)
      return caf::error{fault::too_many};
    left -= count;
  }
  for (auto& [word, count] : partial)
    if (count > 0)
      table.add(word, count);
  return stats();
}

caf::expected<totals> aggregator_state::merge(word_table_ptr partial) {
  if (partial->tokens() > room())
    return caf::error{fault::too_many};
  table.merge(std::move(*partial));
  return stats();
}

uint64_t aggregator_state::room() const {
  return std::numeric_limits<uint64_t>::max() - table.tokens();
}

word_table_ptr aggregator_state::take() {
  return std::make_shared<word_table>(std::exchange(table, word_table{}));
}

totals aggregator_state::reset() {
  auto forgotten = stats();
  table = word_table{};
  return forgotten;
}

aggregator_actor::behavior_type
aggregator(aggregator_actor::stateful_pointer<aggregator_state> self) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  return {
      [&state](add_word_atom, const std::string& word) {
        return guarded([&] { return state.add_word(word); });
      },
      [&state](subtract_atom, const std::string& word, uint64_t n) {
        return guarded([&] { return state.subtract(word, n); });
      },
      [&state](get_counts_atom) {
        return guarded([&] { return state.counts(); });
      },
      [&state](get_count_atom, const std::string& word) {
        return state.table.count(word);
      },
      [&state](get_top_atom, uint64_t n) {
        return guarded([&] { return state.top(n); });
      },
      [&state](complete_atom, const std::string& prefix, uint64_t n) {
        return guarded([&] { return state.complete(prefix, n); });
      },
      [&state](get_stats_atom) { return state.stats(); },
      [&state](audit_atom) { return state.audit(); },
      [&state](merge_atom, const word_counts& partial) {
        return guarded([&] { return state.merge(partial); });
      },
      [&state](merge_atom, const word_table_ptr& partial) {
        return guarded([&] { return state.merge(partial); });
      },
      [&state](take_atom) { return guarded([&] { return state.take(); }); },
      [&state](reset_atom) { return state.reset(); },
  };
}

} // namespace tally
