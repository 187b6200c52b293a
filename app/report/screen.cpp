#include "app/report/screen.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tally {

namespace {

std::string_view variable(const char* name) {
  auto value = std::getenv(name);
  return value ? value : "";
}

size_t columns_of(int fd) {
  auto told = variable("COLUMNS");
  size_t columns = 0;
  auto end = told.data() + told.size();
  auto [rest, error] = std::from_chars(told.data(), end, columns);
  if (error == std::errc{} && rest == end && columns > 0)
    return columns;
  winsize size{};
  return ioctl(fd, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool wants_colors() {
  return variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

} // namespace

screen screen_of(int fd, color_choice color) {
  screen result;
  result.is_terminal = isatty(fd) != 0;
  if (result.is_terminal)
    result.columns = columns_of(fd);
  result.has_colors = color == color_choice::automatic
                          ? result.is_terminal && wants_colors()
                          : color == color_choice::always;
  return result;
}

} // namespace tally
