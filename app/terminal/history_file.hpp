#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Returns the path of the file that keeps the lines typed: `own` if it is
/// set, else one in the `state_folder`. `own` is the value of TALLY_HISTFILE,
/// null if not set. Returns an empty path where no lines are to be kept.
std::string history_path(const char* own, const char* state_home,
                         const char* home);

/// The lines typed, in a file that nobody else can read.
class history_file {
public:
  /// The number of lines that are worth keeping.
  static constexpr size_t most_lines = 1000;

  /// Opens `path`, or creates it and its folder; keeps nothing if it is empty
  /// or no regular file. Complains if the file cannot be opened.
  explicit history_file(const std::string& path);

  history_file(const history_file&) = delete;

  history_file& operator=(const history_file&) = delete;

  ~history_file();

  /// Returns the last lines kept, the oldest first.
  std::vector<std::string> lines() const;

  /// Keeps `line`, from now on and for other programs that read the file.
  void append(std::string_view line) const;

private:
  std::string text() const;
  void shorten(const std::vector<std::string>& lines) const;

  int fd_ = -1;
};

} // namespace tally
