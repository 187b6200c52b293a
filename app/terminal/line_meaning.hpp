#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// What a line typed at the prompt asks for.
struct line_meaning {
  enum class kind {
    words,   ///< Counting words, if there are any.
    command, ///< A command, whose first word starts with a colon.
    quit,    ///< Ending the conversation.
  };

  kind what = kind::words;
  std::string text;      ///< What holds the words to be counted.
  std::string command;   ///< The command's name, with its colon.
  std::string arguments; ///< What follows, white space trimmed.
};

/// Finds out what `line` means. A first word made of backslashes and ":..."
/// loses one backslash and is counted; so does "quit" alone on its line.
line_meaning meaning_of(std::string_view line);

/// Returns what stands between white space in `text`.
std::vector<std::string> words_of(std::string_view text);

/// Reads a decimal number that makes up all of `text`.
std::optional<uint64_t> number_in(std::string_view text);

} // namespace tally
