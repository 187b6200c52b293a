#pragma once

#include "app/signal_watch.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace tally {

/// What a wait for input ended with.
enum class arrival {
  text,   ///< There is more to read.
  end,    ///< There will be no more, or reading failed: see `error()`.
  signal, ///< A signal came, before any text that may be there.
};

/// The bytes of an input as they come, and the signals between them.
class typed_input {
public:
  /// Reads from `fd`, which it does not own, and heeds `signals`.
  typed_input(int fd, std::initializer_list<int> signals);

  /// Waits for more than `unread()`, or for a signal.
  arrival wait();

  /// Returns the text that has not been taken.
  std::string_view unread() const {
    return std::string_view{buffer_}.substr(taken_);
  }

  /// Takes the first `n` bytes of `unread()`.
  void take(size_t n);

  /// Forgets `unread()`.
  void drop();

  /// Returns the signal that came last.
  int signal() const {
    return signal_;
  }

  /// Returns why nothing more can be read, an `errno` value, or 0.
  int error() const {
    return error_;
  }

  /// Lets that signal do what it would do to any program.
  void pass_signal_on() {
    signals_.pass_on(signal_);
  }

private:
  arrival read_more();

  int fd_;
  bool is_terminal_;
  signal_watch signals_;
  std::string buffer_;
  size_t taken_ = 0;
  int signal_ = 0;
  int error_ = 0;
};

} // namespace tally
