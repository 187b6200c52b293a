#pragma once

#include <array>
#include <csignal>

namespace tally {

/// Turns signals into something to wait for together with input: those that
/// ask the program to end, and those that tell about its terminal. Signals
/// that were ignored stay so. There may be one watch at a time; it leaves the
/// signals as it found them.
class signal_watch {
public:
  signal_watch();

  signal_watch(const signal_watch&) = delete;

  signal_watch& operator=(const signal_watch&) = delete;

  ~signal_watch();

  /// Returns the file descriptor that is readable when a signal came.
  int fd() const {
    return fd_;
  }

  /// Takes the first signal that came; returns 0 if none did. What ended the
  /// program once, SIGTERM or SIGHUP, is ignored from the end of the watch on.
  int next();

  /// Does as if `signal` had come and been taken.
  void take(int signal);

private:
  static constexpr std::array watched{SIGINT, SIGTERM, SIGHUP, SIGWINCH,
                                      SIGCONT};

  int fd_ = -1;
  std::array<struct sigaction, watched.size()> before_{};
};

} // namespace tally
