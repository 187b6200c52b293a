#include "app/interactive.hpp"

#include "actors/text/tokenizer.hpp"
#include "app/diagnostics.hpp"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace tally {

namespace {

constexpr std::string_view quit = "quit";

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  for_each_word(line, [&](auto word) { words.emplace_back(word); });
  return words;
}

bool is_escaped_quit(std::string_view word) {
  auto name = word.find_first_not_of('\\');
  return name != 0 && name != word.npos && word.substr(name) == quit;
}

bool count(aggregator_handle& totals, const std::string& word,
           std::ostream& out) {
  auto n = totals.add_word(word);
  if (n)
    out << "Added word: " << word << ", count is now " << *n << '\n';
  else
    complain("'" + word + "' was not counted. " + explain(n.error()));
  return static_cast<bool>(n);
}

} // namespace

bool converse(aggregator_handle& totals, std::istream& in, std::ostream& out,
              std::ostream* prompts) {
  auto complete = true;
  std::string line;
  for (;;) {
    if (prompts)
      *prompts << "Enter a word: " << std::flush;
    if (!std::getline(in, line)) {
      if (prompts)
        *prompts << std::endl;
      return complete;
    }
    auto words = words_of(line);
    if (words.size() == 1 && words.front() == quit)
      return complete;
    if (words.size() == 1 && is_escaped_quit(words.front()))
      words.front().erase(0, 1);
    for (auto& word : words)
      complete = count(totals, word, out) && complete;
    out.flush();
  }
}

} // namespace tally
