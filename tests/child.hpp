#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace tally::test {

/// What a child process runs, ready before the fork.
class program {
public:
  /// `args` starts with the path of the program; `environment` holds
  /// NAME=VALUE strings that come on top of the environment of the tests.
  program(std::vector<std::string> args, std::vector<std::string> environment,
          std::filesystem::path folder);

  program(const program&) = delete;

  program& operator=(const program&) = delete;

  /// Becomes the program, in its folder. Call it in a forked process only.
  [[noreturn]] void become() const noexcept;

private:
  std::vector<std::string> args_;
  std::vector<std::string> environment_;
  std::filesystem::path folder_;
  std::vector<char*> argv_; // point into the strings above
  std::vector<char*> envp_;
};

/// A forked process that leads a process group, which is killed with this
/// object unless the process has ended by then.
class child {
public:
  /// Takes over the process `pid`, which has `patience` from now on to end.
  explicit child(pid_t pid,
                 std::chrono::seconds patience = std::chrono::seconds{60});

  child(const child&) = delete;

  child& operator=(const child&) = delete;

  ~child();

  /// Throws if the process has run for too long.
  void check_time() const;

  /// Sends `signal` to the process.
  void send(int signal) const;

  /// Waits for the end of the process; returns its exit status, or 128 and the
  /// signal that ended it, as a shell does. Throws if it takes too long.
  int wait();

  /// Returns the most memory that the process had resident so far, in KiB; 0
  /// if it has ended.
  size_t peak_kib() const;

private:
  pid_t pid_;
  std::chrono::steady_clock::time_point deadline_;
  bool ended_ = false;
};

} // namespace tally::test
