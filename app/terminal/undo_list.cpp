#include "app/terminal/undo_list.hpp"

#include <unordered_map>
#include <utility>

namespace tally {

word_counts counted(const std::vector<std::string>& words) {
  std::unordered_map<std::string, uint64_t> counts;
  for (auto& word : words)
    ++counts[word];
  word_counts result;
  for (auto& [word, n] : counts)
    result.push_back({word, n});
  return result;
}

uint64_t tokens_in(const word_counts& counts) {
  uint64_t result = 0;
  for (auto& x : counts)
    result += x.count;
  return result;
}

uint64_t change::net_tokens() const {
  return tokens_in(added) + rejected.sum() - tokens_in(taken);
}

void undo_list::push(change x) {
  auto is_nothing = x.added.empty() && x.taken.empty() && x.rejected.sum() == 0;
  if (is_nothing && !x.moved_on)
    return;
  if (changes_.size() == most_changes)
    changes_.pop_front();
  changes_.push_back(std::move(x));
}

std::optional<change> undo_list::pop() {
  if (changes_.empty())
    return std::nullopt;
  auto result = std::move(changes_.back());
  changes_.pop_back();
  return result;
}

} // namespace tally
