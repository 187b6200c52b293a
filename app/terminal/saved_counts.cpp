#include "app/terminal/saved_counts.hpp"

#include "app/diagnostics.hpp"
#include "app/terminal/line_meaning.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>

namespace tally {

namespace {

std::optional<word_count> count_in(std::string_view line) {
  auto tab = line.find('\t');
  if (tab == line.npos)
    return std::nullopt;
  auto count = number_in(line.substr(0, tab));
  auto words = words_of(line.substr(tab + 1));
  if (!count || words.size() != 1 || words[0] != line.substr(tab + 1))
    return std::nullopt;
  return word_count{words[0], *count};
}

} // namespace

std::variant<word_counts, std::string> load_counts(const std::string& path) {
  // Opening a pipe would wait for somebody to write, and keep Ctrl-C waiting.
  std::error_code error;
  if (std::filesystem::exists(path, error)
      && !std::filesystem::is_regular_file(path, error))
    return "'" + path + "' is no regular file.";
  std::ifstream file{path, std::ios::binary};
  word_counts result;
  uint64_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    auto count = count_in(line);
    if (!count)
      return "Line " + std::to_string(number) + " of '" + path
             + "' is not COUNT<TAB>WORD. Load a file that was saved as tsv.";
    result.push_back(std::move(*count));
  }
  if (!file.is_open() || file.bad())
    return "Cannot read '" + path + "': " + system_reason(errno) + ".";
  return result;
}

} // namespace tally
