#pragma once

#include <csignal>
#include <initializer_list>
#include <utility>
#include <vector>

namespace tally {

/// Turns signals into something to wait for together with input. Signals that
/// were ignored stay so. There may be one watch at a time; it leaves the
/// signals as it found them.
class signal_watch {
public:
  /// What a signal does that comes for the second time.
  enum class second_time {
    as_the_first, ///< It is noted as well.
    untouched,    ///< What it would do without a watch, such as to end all.
  };

  explicit signal_watch(std::initializer_list<int> signals,
                        second_time again = second_time::as_the_first);

  signal_watch(const signal_watch&) = delete;

  signal_watch& operator=(const signal_watch&) = delete;

  ~signal_watch();

  /// Returns the file descriptor that is readable when a signal came.
  int fd() const {
    return fd_;
  }

  /// Takes the first signal that came; returns 0 if none did. What ended the
  /// program once, SIGTERM or SIGHUP, is ignored from the end of the watch on,
  /// unless a second time is to be untouched.
  int next();

  /// Does as if `signal` had come and been taken.
  void take(int signal);

  /// Lets `signal` do what it would do without a watch.
  void pass_on(int signal);

private:
  second_time again_;
  int fd_ = -1;
  std::vector<std::pair<int, struct sigaction>> before_;
};

} // namespace tally
