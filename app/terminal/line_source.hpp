#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>

namespace tally {

/// What came of asking for a line.
struct entry {
  enum class kind {
    line,      ///< A line was typed.
    paste,     ///< Lines were pasted.
    interrupt, ///< Ctrl-C; what had been typed is dropped.
    end,       ///< There are no more lines.
    signal,    ///< The program has been asked to end.
  };

  kind what = kind::end;
  std::string text; ///< What was typed or pasted, without the line's end.
  int signal = 0;   ///< The signal, where it was one.
  int error = 0;    ///< Why there are no more lines, an `errno` value or 0.
};

/// Returns what becomes of a line when `signal` comes, if it is not to go on.
/// Ctrl-C drops the line of a terminal and ends everything else.
std::optional<entry> entry_after(int signal, bool is_terminal);

/// Where the lines of a conversation come from.
class line_source {
public:
  virtual ~line_source() = default;

  /// Asks for the next line with `prompt`, where there is somebody to ask.
  virtual entry next(const std::string& prompt) = 0;

  /// Returns how many columns the terminal has that lines are typed on; the
  /// most there can be if it is not known or none.
  virtual size_t width() const {
    return std::numeric_limits<size_t>::max();
  }

  /// Keeps `line` for the time when it is wanted again.
  virtual void remember(const std::string&) {
  }
};

} // namespace tally
