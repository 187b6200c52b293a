#pragma once

#include "tests/child.hpp"
#include "tests/pipes.hpp"
#include "tests/temporary_folder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally::test {

/// A program on a terminal, with us as the user:
///
///   terminal screen{{"--top", "1"}};
///   screen.enter("the foo the");
///   CHECK(screen.enter("quit").status() == 0);
class terminal {
public:
  /// Runs `args` in an empty folder; it starts with the path of the program.
  explicit terminal(std::vector<std::string> args, unsigned short columns = 80);

  /// Waits until `text` comes after all that was waited for before; throws if
  /// it does not come in time.
  terminal& wait_for(std::string_view text);

  /// Presses keys.
  terminal& press(std::string_view keys);

  /// Waits for the prompt, then types `line` and presses Enter.
  terminal& enter(const std::string& line);

  /// Waits for the end of the program; returns its status as a shell does.
  int status();

  /// All the program has written and the user typed, as lines of plain text:
  /// without carriage returns and escape sequences.
  std::string text() const;

  /// The same with escape sequences.
  std::string raw() const;

  /// The lines of `text()` that start with `prefix`.
  std::vector<std::string> lines(std::string_view prefix) const;

private:
  void read();

  temporary_folder folder_;
  descriptor master_;
  std::optional<child> child_;
  std::string screen_;
  size_t seen_ = 0; // how much of the text has been waited for
};

} // namespace tally::test
