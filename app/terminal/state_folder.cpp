#include "app/terminal/state_folder.hpp"

#include <cstdlib>
#include <sys/stat.h>

namespace tally {

namespace {

bool is_set(const char* variable) {
  return variable && *variable != '\0';
}

} // namespace

std::string state_folder(const char* state_home, const char* home) {
  // By the XDG specification, relative paths do not count.
  if (is_set(state_home) && *state_home == '/')
    return state_home + std::string{"/tally"};
  if (is_set(home))
    return home + std::string{"/.local/state/tally"};
  return {};
}

std::string state_folder() {
  return state_folder(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
}

void make_folders(const std::filesystem::path& folder) {
  std::filesystem::path path;
  for (auto& part : folder) {
    path /= part;
    mkdir(path.c_str(), 0700);
  }
}

} // namespace tally
