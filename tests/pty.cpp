#include "tests/pty.hpp"

#include <cerrno>
#include <poll.h>
#include <pty.h>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace tally::test {

terminal::terminal(std::vector<std::string> args, unsigned short columns) {
  program what{
      std::move(args), {"TALLY=" TALLY_BINARY, "TERM=xterm"}, folder_.path()};
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
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
  return std::regex_replace(screen_, unseen, "");
}

std::string terminal::raw() const {
  return std::regex_replace(screen_, std::regex{"\r"}, "");
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
  child_->check_time();
  if (ready.revents != 0)
    read_some(master_, screen_);
}

} // namespace tally::test
