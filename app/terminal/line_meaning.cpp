#include "app/terminal/line_meaning.hpp"

#include "actors/text/tokenizer.hpp"

#include <charconv>

namespace tally {

namespace {

constexpr std::string_view quit = "quit";

// Returns what follows the backslashes that `word` starts with.
std::string_view behind_backslashes(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of('\\'), word.size()));
  return word;
}

// Would `line`, without backslashes in front, not be counted?
bool is_escaped(std::string_view first_word, size_t words) {
  auto rest = behind_backslashes(first_word);
  return rest.size() < first_word.size()
         && (rest.starts_with(':') || (words == 1 && rest == quit));
}

} // namespace

line_meaning meaning_of(std::string_view line) {
  std::vector<std::string_view> words;
  for_each_word(line, [&](auto word) { words.push_back(word); });
  if (words.empty())
    return {};
  auto first = words.front();
  if (words.size() == 1 && first == quit)
    return {line_meaning::kind::quit, {}, {}, {}};
  if (first.starts_with(':')) {
    line_meaning result{
        line_meaning::kind::command, {}, std::string{first}, {}};
    if (words.size() > 1)
      result.arguments.assign(words[1].data(),
                              words.back().data() + words.back().size());
    return result;
  }
  auto escape = is_escaped(first, words.size()) ? 1u : 0u;
  std::string text{line};
  text.erase(static_cast<size_t>(first.data() - line.data()), escape);
  return {line_meaning::kind::words, std::move(text), {}, {}};
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for_each_word(text, [&](auto word) { words.emplace_back(word); });
  return words;
}

std::optional<uint64_t> number_in(std::string_view text) {
  uint64_t result = 0;
  auto end = text.data() + text.size();
  auto [rest, error] = std::from_chars(text.data(), end, result);
  if (error != std::errc{} || rest != end)
    return std::nullopt;
  return result;
}

} // namespace tally
