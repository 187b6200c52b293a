#pragma once

#include <filesystem>
#include <string>

namespace tally {

/// Returns the folder for what tally keeps from one run to the next, below
/// `state_home` or the `.local/state` of `home`. They are the values of
/// XDG_STATE_HOME and HOME, null where not set. Returns an empty path if there
/// is no place.
std::string state_folder(const char* state_home, const char* home);

/// Returns the `state_folder` of this process.
std::string state_folder();

/// Makes `folder` and those above it, for their owner only, where they do not
/// exist.
void make_folders(const std::filesystem::path& folder);

} // namespace tally
