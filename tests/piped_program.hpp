#pragma once

#include "tests/child.hpp"
#include "tests/command.hpp"
#include "tests/pipes.hpp"
#include "tests/temporary_folder.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally::test {

/// The tally binary while it runs, between pipes that stay open.
class piped_program {
public:
  explicit piped_program(std::vector<std::string> args);

  /// Makes a named pipe in `folder` and returns its path.
  static std::string named_pipe(const temporary_folder& folder);

  /// Writes `text`, which has to fit into a pipe, and waits until the program
  /// has read it.
  piped_program& feed(std::string_view text);

  /// Closes the program's standard input.
  piped_program& end_input();

  /// Waits until the program has no handler for `signal` any more.
  piped_program& wait_until_noticed(int signal);

  piped_program& send(int signal);

  /// Reads what the program writes until it ends.
  outcome end();

private:
  temporary_folder folder_;
  pipe_ends in_;
  pipe_ends out_;
  pipe_ends err_;
  std::optional<child> child_;
};

} // namespace tally::test
