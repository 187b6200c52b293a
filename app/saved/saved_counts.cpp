#include "app/saved/saved_counts.hpp"

#include "app/diagnostics.hpp"
#include "app/report/layout.hpp"
#include "app/saved/saved_formats.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace tally {

std::optional<rule_list> read_counts(std::istream& text,
                                     const count_function& add) {
  auto first = text.peek();
  if (first == std::istream::traits_type::eof())
    return std::nullopt;
  if (first == '{')
    return read_json(text, add);
  if (first >= '0' && first <= '9')
    read_tsv(text, add);
  else
    read_csv(text, add);
  return std::nullopt;
}

void add_saved(uint64_t line, std::string_view word, uint64_t n,
               const count_function& add) {
  if (word.empty())
    throw damaged_counts{line, "has no word."};
  if (word == other_words)
    throw damaged_counts{line, "sums up words that are not told apart, as "
                               "--other does."};
  if (n > 0)
    add(word, n);
}

std::string explain(const damaged_counts& error, const std::string& name) {
  return "line " + std::to_string(error.line()) + " of '" + name + "' "
         + error.what() + " Name a file that tally saved as tsv, csv or json.";
}

std::variant<saved_counts, std::string> load_counts(const std::string& path) {
  // Opening a pipe would wait for somebody to write, and keep Ctrl-C waiting.
  std::error_code error;
  if (std::filesystem::exists(path, error)
      && !std::filesystem::is_regular_file(path, error))
    return "'" + path + "' is no regular file.";
  std::ifstream file{path, std::ios::binary};
  saved_counts result;
  try {
    if (file.is_open())
      result.rules = read_counts(file, [&](std::string_view word, uint64_t n) {
        result.counts.push_back({std::string{word}, n});
      });
  } catch (const damaged_counts& err) {
    auto sentence = explain(err, path);
    sentence[0] = 'L';
    return sentence;
  }
  if (!file.is_open() || file.bad())
    return "Cannot read '" + path + "': " + system_reason(errno) + ".";
  return result;
}

} // namespace tally
