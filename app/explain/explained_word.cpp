#include "app/explain/explained_word.hpp"

#include "actors/explainer.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tally {

namespace {

bool goes_before(const explained_spelling& x, const explained_spelling& y) {
  return std::tie(y.count, x.written) < std::tie(x.count, y.written);
}

} // namespace

std::string left_out_note(const explained_word& word) {
  auto options = joined(word.left_out_by);
  return options.empty() ? options : "left out by " + options;
}

std::vector<explained_word> explained(const word_table& table,
                                      const std::vector<std::string>& words,
                                      const counting_rules& rules) {
  std::vector<explained_word> result;
  std::map<std::string, size_t, std::less<>> places;
  for (auto& word : words) {
    places.emplace(word, result.size());
    result.push_back({word, 0, {}, {}});
  }
  spelling_reasons reasons{rules};
  table.for_each([&](std::string_view key, uint64_t count) {
    auto [written, word] = split_spelling_key(key);
    auto& x = result[places.find(word)->second];
    x.count += count;
    x.spellings.push_back(
        {std::string{written}, count, reasons.joining(written, word)});
  });
  for (auto& x : result) {
    std::sort(x.spellings.begin(), x.spellings.end(), goes_before);
    if (x.count == 0)
      x.left_out_by = leaving_out(x.word, rules);
  }
  return result;
}

} // namespace tally
