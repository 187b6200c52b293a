#pragma once

#include "tests/temporary_folder.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally::test {

/// What a program left behind.
struct outcome {
  std::string out;
  std::string err;
  int status = -1;     ///< As a shell would report it.
  size_t peak_kib = 0; ///< Most resident memory until its output was read.
};

/// A program about to run in an empty folder, with nothing on its stdin:
///
///   auto run = tally({"--top", "1"}).with_input("the foo the").run();
///   CHECK(run.out == "2\tthe\n");
class command {
public:
  /// `args` starts with the path of the program.
  explicit command(std::vector<std::string> args);

  /// Pipes `input` into the program, `times` times in a row.
  command& with_input(std::string input, size_t times = 1);

  /// Writes a byte of the input only after the one before has been read.
  command& byte_by_byte();

  /// Puts a file into the folder.
  command& with_file(const std::string& name, std::string_view content);

  /// Adds `variable`, NAME=VALUE, to the environment.
  command& with_environment(std::string variable);

  /// Runs the program to its end; throws if it does not end in time.
  outcome run();

private:
  std::vector<std::string> args_;
  std::vector<std::string> environment_{"TALLY=" TALLY_BINARY};
  temporary_folder folder_;
  std::string input_;
  size_t times_ = 1;
  bool byte_by_byte_ = false;
};

/// The tally binary with the arguments `args`.
command tally(std::vector<std::string> args);

/// A shell script, in which "$TALLY" is the tally binary.
command shell(std::string script);

} // namespace tally::test
