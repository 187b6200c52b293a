#pragma once

#include "app/report/screen.hpp"

#include <string>
#include <string_view>

namespace tally {

/// Where the counts go: a file or stdout. Complains once, about the first
/// error.
class output {
public:
  /// Opens `path`, stdout if it is empty. What an existing file holds is kept
  /// until the first `write`, so that a file may be counted into itself.
  explicit output(const std::string& path);

  output(const output&) = delete;

  output& operator=(const output&) = delete;

  ~output();

  /// Returns whether all went well so far.
  bool good() const {
    return !failed_;
  }

  /// Returns what the counts are seen on, as it is now.
  screen seen_on(color_choice color) const {
    return screen_of(fd_, color);
  }

  /// Writes all of `text`; does nothing after an error.
  void write(std::string_view text);

  /// Gives up, with what was written so far: what the file holds is kept if
  /// that was nothing.
  void abandon() {
    failed_ = true;
  }

  /// Makes sure that everything written has arrived. Returns whether it has.
  bool finish();

private:
  void wait_for_room() const;
  void fail(int error_number);

  std::string name_;
  int fd_;
  bool failed_ = false;
  bool truncated_ = false;
};

/// Makes sure that all `what`, printed with `std::cout`, has arrived. Complains
/// if it has not and there is still somebody to read it. Returns whether it
/// has.
bool finish_stdout(const std::string& what);

} // namespace tally
