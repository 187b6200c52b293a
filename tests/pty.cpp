#include "tests/pty.hpp"

#include <cerrno>
#include <poll.h>
#include <pty.h>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace tally::test {

namespace {

winsize size_of(int columns, int rows) {
  winsize result{};
  result.ws_col = static_cast<unsigned short>(columns);
  result.ws_row = static_cast<unsigned short>(rows);
  return result;
}

std::vector<std::string> environment_of(terminal_settings& settings,
                                        const std::string& home) {
  auto result = std::move(settings.environment);
  for (auto variable : {"TALLY=" TALLY_BINARY, "TERM=xterm", "TALLY_HISTFILE="})
    result.emplace_back(variable);
  result.push_back("HOME=" + home);
  return result;
}

} // namespace

terminal::terminal(std::vector<std::string> args, terminal_settings settings)
  : screen_{settings.rows, settings.columns} {
  program what{std::move(args),
               environment_of(settings, folder_.path().string()),
               folder_.path()};
  auto size = size_of(settings.columns, settings.rows);
  int master = -1;
  auto pid = forkpty(&master, nullptr, nullptr, &size);
  if (pid < 0)
    throw std::system_error{errno, std::generic_category(), "forkpty"};
  if (pid == 0)
    what.become();
  master_.reset(master);
  child_.emplace(pid);
}

terminal& terminal::wait_for(std::string_view text) {
  for (;;) {
    auto so_far = this->text();
    if (auto at = so_far.find(text, seen_); at != so_far.npos) {
      seen_ = at + text.size();
      return *this;
    }
    if (master_.get() < 0)
      throw std::runtime_error{"the program ended without '" + std::string{text}
                               + "': " + so_far};
    read();
  }
}

terminal& terminal::wait_for_row(std::string_view row) {
  row = row.substr(0, row.find_last_not_of(' ') + 1);
  for (;;) {
    auto now = rows();
    if (!now.empty() && now.back() == row)
      return *this;
    if (master_.get() < 0)
      throw std::runtime_error{"the program ended without the row '"
                               + std::string{row} + "': " + text()};
    read();
  }
}

terminal& terminal::wait_for_cursor(int row, int column) {
  while (screen_.cursor() != std::pair{row, column})
    read();
  return *this;
}

terminal& terminal::resize(int columns, int rows) {
  auto size = size_of(columns, rows);
  screen_.resize(rows, columns);
  if (ioctl(master_.get(), TIOCSWINSZ, &size) != 0)
    throw std::system_error{errno, std::generic_category(), "TIOCSWINSZ"};
  return *this;
}

terminal& terminal::send(int signal) {
  child_->send(signal);
  return *this;
}

terminal& terminal::press(std::string_view keys) {
  if (write(master_.get(), keys.data(), keys.size())
      != static_cast<ssize_t>(keys.size()))
    throw std::system_error{errno, std::generic_category(), "write"};
  return *this;
}

terminal& terminal::enter(const std::string& line) {
  return wait_for("Enter a word: ").press(line + "\n");
}

int terminal::status() {
  while (master_.get() >= 0)
    read();
  return child_->wait();
}

std::string terminal::text() const {
  static const std::regex unseen{"\r|\x1b\\[[0-9;?]*[A-Za-z]"};
  return std::regex_replace(written_, unseen, "");
}

std::vector<std::string> terminal::lines(std::string_view prefix) const {
  std::istringstream text{this->text()};
  std::vector<std::string> result;
  for (std::string line; std::getline(text, line);)
    if (line.starts_with(prefix))
      result.push_back(line);
  return result;
}

// The end of a terminal is an error, EIO.
void terminal::read() {
  pollfd ready{master_.get(), POLLIN, 0};
  poll(&ready, 1, 100);
  try {
    child_->check_time();
  } catch (const std::runtime_error& err) {
    throw std::runtime_error{err.what() + std::string{": "} + text()};
  }
  auto before = written_.size();
  if (ready.revents != 0)
    read_some(master_, written_);
  screen_.show(std::string_view{written_}.substr(before));
}

} // namespace tally::test
