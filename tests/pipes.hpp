#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tally::test {

/// A file descriptor that is closed with this object.
class descriptor {
public:
  descriptor() = default;

  descriptor(const descriptor&) = delete;

  descriptor& operator=(const descriptor&) = delete;

  ~descriptor();

  /// Closes the file and takes over `fd`, -1 being none.
  void reset(int fd = -1);

  int get() const {
    return fd_;
  }

private:
  int fd_ = -1;
};

/// A new pipe, whose ends no program inherits by accident.
struct pipe_ends {
  pipe_ends();

  descriptor read;
  descriptor write;
};

/// Text on its way into a pipe, whose write end is closed after it.
class feed {
public:
  /// Writes `text` to `to`, `times` times in a row. Writes a byte only after
  /// the one before has been read if `byte_by_byte`.
  feed(descriptor& to, std::string_view text, size_t times, bool byte_by_byte);

  /// Is there a byte in the pipe that has to be read before the next?
  bool waits() const;

  /// Writes what the pipe has room for; gives up if nobody reads it.
  void write_some();

private:
  void close_when_done();

  descriptor& to_;
  std::string_view text_;
  size_t left_;
  bool byte_by_byte_;
};

/// Appends to `text` what can be read at once; closes `from` at its end.
void read_some(descriptor& from, std::string& text);

} // namespace tally::test
