#pragma once

namespace tally {

/// What `tally` tells the shell when it ends.
enum class exit_status {
  success = 0,
  failure = 1, ///< Some input could not be read or the output not written, or
               ///< memory ran out.
  usage = 2,   ///< The command line makes no sense; nothing was read.
};

/// What `tally` tells the shell when `signal` made it end.
constexpr exit_status ended_by(int signal) {
  return static_cast<exit_status>(128 + signal);
}

} // namespace tally
