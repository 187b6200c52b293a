#pragma once

#include "app/terminal/session.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tally {

/// A command of the prompt.
struct command {
  std::string_view name;      ///< With the colon.
  std::string_view arguments; ///< As `:help` shows them.
  std::string_view help;      ///< What it does: "print ...".

  /// Does it. Returns false if `arguments` make no sense, with nothing done.
  bool (*run)(session& with, const std::string& arguments);
};

/// Returns all commands in the order of `:help`.
std::span<const command> commands();

/// Does what the command `name` does, or complains.
void run_command(session& with, const std::string& name,
                 const std::string& arguments);

} // namespace tally
