#pragma once

#include "messages/protocol.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace tally {

/// Where progress is shown.
struct progress_screen {
  std::function<void(std::string_view text)> write;
  std::function<size_t()> width; ///< In columns; asked before each line.
};

/// Returns the terminal on standard error. It has no columns for a program in
/// the background.
progress_screen stderr_screen();

/// A line that is written over itself as the reading goes on.
struct progress_state {
  static constexpr const char* name = "progress";

  /// What is over before that is not worth a word.
  static constexpr std::chrono::milliseconds delay{1000};
  static constexpr std::chrono::milliseconds interval{200};

  /// Shows the progress made after `elapsed`.
  void show(std::chrono::duration<double> elapsed);

  /// Takes the line off the screen.
  void erase();

  progress_screen screen;
  std::optional<uint64_t> total; ///< Bytes to read, if that is known.
  uint64_t bytes = 0;            ///< Bytes read so far.
  size_t shown = 0;              ///< Columns in use.
};

/// Behavior of the actor that shows progress on `screen`.
progress_actor::behavior_type
progress(progress_actor::stateful_pointer<progress_state> self,
         progress_screen screen, std::optional<uint64_t> total);

} // namespace tally
