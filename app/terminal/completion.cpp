#include "app/terminal/completion.hpp"

#include "app/terminal/commands.hpp"
#include "app/terminal/line_meaning.hpp"
#include "app/terminal/utf8.hpp"
#include "app/terminal/visible_text.hpp"

#include <algorithm>
#include <cwchar>

namespace tally {

namespace {

// Beyond this many choices nothing is sure to follow.
constexpr size_t most_choices = 1000;

constexpr size_t most_shown = 60;

constexpr size_t gap = 2;

std::vector<std::string> commands_with(std::string_view prefix) {
  std::vector<std::string> result;
  for (auto& x : commands())
    if (x.name.starts_with(prefix))
      result.emplace_back(x.name);
  return result;
}

std::vector<std::string> words_with(aggregator_handle& totals,
                                    const std::string& prefix) {
  std::vector<std::string> result;
  if (auto found = totals.complete(prefix, most_choices))
    for (auto& x : *found)
      result.push_back(std::move(x.word));
  return result;
}

// Returns what all of `choices` start with.
std::wstring common_start(const std::vector<std::string>& choices) {
  auto result = widen(choices.front());
  for (auto& choice : choices) {
    auto other = widen(choice);
    auto [end, ignored] = std::ranges::mismatch(result, other);
    result.erase(end, result.end());
  }
  return result;
}

size_t width_of(std::string_view text) {
  size_t result = 0;
  for (auto character : widen(text))
    result += static_cast<size_t>(std::max(wcwidth(character), 0));
  return result;
}

} // namespace

completion complete(aggregator_handle& totals, std::string_view line) {
  auto words = words_of(line);
  auto is_word = !words.empty() && line.ends_with(words.back());
  auto typed = is_word ? words.back() : std::string{};
  completion result;
  result.choices = words.size() == 1 && typed.starts_with(':')
                       ? commands_with(typed)
                       : words_with(totals, typed);
  auto n = result.choices.size();
  if (n == 0 || n == most_choices)
    return result;
  auto start = common_start(result.choices);
  auto known = widen(typed);
  if (start.starts_with(known))
    result.rest = start.substr(known.size());
  if (n == 1)
    result.rest += L' ';
  return result;
}

std::string in_columns(const std::vector<std::string>& words, size_t width) {
  std::vector<std::string> shown;
  size_t widest = 0;
  for (size_t i = 0; i < std::min(words.size(), most_shown); ++i) {
    shown.push_back(visible(words[i]));
    widest = std::max(widest, width_of(shown.back()));
  }
  auto columns = std::max<size_t>((width + gap - 1) / (widest + gap), 1);
  std::string result;
  for (size_t i = 0; i < shown.size(); ++i) {
    result += shown[i];
    if ((i + 1) % columns == 0 || i + 1 == shown.size())
      result += '\n';
    else
      result.append(widest + gap - width_of(shown[i]), ' ');
  }
  if (words.size() > most_shown)
    result += "...\n";
  return result;
}

} // namespace tally
