#pragma once

#include "tests/child.hpp"
#include "tests/pipes.hpp"
#include "tests/screen.hpp"
#include "tests/temporary_folder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally::test {

/// What a terminal is like.
struct terminal_settings {
  std::vector<std::string> environment; ///< NAME=VALUE, on top of ours.
  int columns = 80;
  int rows = 24;
};

/// A program on a terminal, with us as the user:
///
///   terminal screen{{"--top", "1"}};
///   screen.enter("the foo the");
///   CHECK(screen.enter("quit").status() == 0);
class terminal {
public:
  /// Runs `args` in an empty folder; it starts with the path of the program.
  explicit terminal(std::vector<std::string> args,
                    terminal_settings settings = {});

  /// Waits until `text` comes after all that was waited for before; throws if
  /// it does not come in time.
  terminal& wait_for(std::string_view text);

  /// Presses keys.
  terminal& press(std::string_view keys);

  /// Waits for the prompt, then types `line` and presses Enter.
  terminal& enter(const std::string& line);

  /// Waits until `row` is the last row on the screen that is not empty; throws
  /// if it is not in time.
  terminal& wait_for_row(std::string_view row);

  /// Waits until the cursor is there; throws if it is not in time.
  terminal& wait_for_cursor(int row, int column);

  /// Gives the window another size.
  terminal& resize(int columns, int rows);

  /// Sends `signal` to the program.
  terminal& send(int signal);

  /// Takes the terminal away from the program.
  void hang_up() {
    master_.reset();
  }

  /// Waits for the end of the program; returns its status as a shell does.
  int status();

  /// All the program has written and the user typed, as lines of plain text:
  /// without carriage returns and escape sequences.
  std::string text() const;

  /// All bytes that came to the screen.
  const std::string& bytes() const {
    return written_;
  }

  /// The folder that the program runs in.
  const std::filesystem::path& folder() const {
    return folder_.path();
  }

  /// The rows on the screen, without trailing spaces and empty rows.
  std::vector<std::string> rows() const {
    return screen_.rows();
  }

  /// The first column that shows `character`, in each row that has it.
  std::vector<int> columns_of(char32_t character) const {
    return screen_.columns_of(character);
  }

  /// The lines of `text()` that start with `prefix`.
  std::vector<std::string> lines(std::string_view prefix) const;

private:
  void read();

  temporary_folder folder_;
  descriptor master_;
  std::optional<child> child_;
  std::string written_;
  screen screen_;
  size_t seen_ = 0; // how much of the text has been waited for
};

} // namespace tally::test
