#include "app/saved/saved_counts.hpp"

#include "app/input/open_input.hpp"
#include "app/report/layout.hpp"
#include "app/saved/saved_formats.hpp"
#include "app/saved/source_buffer.hpp"

#include <filesystem>
#include <istream>

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

damaged_counts cut_off(uint64_t line) {
  return {line, "has no end, so there may have been more.",
          "Get the whole file, or end the line."};
}

damaged_counts summed_up(uint64_t line) {
  return {line, "sums up words that are not told apart.",
          "Save the counts without --other."};
}

void add_saved(uint64_t line, std::string_view word, uint64_t n,
               const count_function& add) {
  if (word.empty())
    throw damaged_counts{line, "has no word."};
  if (n > 0)
    add(word, n);
}

void add_saved_row(uint64_t line, std::string_view word, uint64_t n,
                   const count_function& add) {
  if (word == other_words)
    throw summed_up(line);
  add_saved(line, word, n, add);
}

std::string read_file(byte_source& from, const reading& how,
                      const std::string& name, const count_function& add,
                      std::optional<rule_list>& rules) {
  std::string wrong;
  try {
    source_buffer buffer{from, how};
    std::istream text{&buffer};
    // Running out of memory must not look like the end of the file.
    text.exceptions(std::ios::badbit);
    rules = read_counts(text, add);
  } catch (const damaged_counts& error) {
    wrong = "Line " + std::to_string(error.line()) + " of " + name + ' '
            + error.what();
  }
  auto failure = from.failure();
  return failure.empty() ? wrong : name + ' ' + failure;
}

std::variant<saved_counts, std::string> load_counts(const std::string& path) {
  // Reading a pipe would wait for somebody to write, and keep Ctrl-C waiting.
  std::error_code error;
  if (std::filesystem::exists(path, error)
      && !std::filesystem::is_regular_file(path, error))
    return "'" + path + "' is no regular file. Copy its content into one.";
  input_totals not_told;
  reading to_the_end;
  auto source = open_file(path, not_told, to_the_end);
  saved_counts result;
  auto wrong = read_file(
      *source, to_the_end, "'" + path + "'",
      [&](std::string_view word, uint64_t n) {
        result.counts.push_back({std::string{word}, n});
      },
      result.rules);
  if (!wrong.empty())
    return wrong;
  return result;
}

} // namespace tally
