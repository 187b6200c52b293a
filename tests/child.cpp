#include "tests/child.hpp"

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace tally::test {

namespace {

std::string name_of(const std::string& variable) {
  return variable.substr(0, variable.find('=') + 1);
}

/// Returns the environment of this process with `changes` in it.
std::vector<std::string> changed_environment(std::vector<std::string> changes) {
  auto own_size = changes.size();
  for (auto variable = environ; *variable; ++variable) {
    auto replaced = false;
    for (size_t i = 0; i < own_size; ++i)
      replaced = replaced || name_of(changes[i]) == name_of(*variable);
    if (!replaced)
      changes.emplace_back(*variable);
  }
  return changes;
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (auto& string : strings)
    result.push_back(const_cast<char*>(string.c_str()));
  result.push_back(nullptr);
  return result;
}

} // namespace

program::program(std::vector<std::string> args,
                 std::vector<std::string> environment,
                 std::filesystem::path folder)
  : args_(std::move(args)),
    environment_(changed_environment(std::move(environment))),
    folder_(std::move(folder)),
    argv_(pointers(args_)),
    envp_(pointers(environment_)) {
  // nop
}

// Between fork and exec only async-signal-safe functions are allowed.
void program::become() const noexcept {
  std::signal(SIGPIPE, SIG_DFL);
  if (chdir(folder_.c_str()) == 0)
    execve(argv_[0], argv_.data(), envp_.data());
  _exit(127);
}

child::child(pid_t pid, std::chrono::seconds patience)
  : pid_(pid), deadline_(std::chrono::steady_clock::now() + patience) {
  // nop
}

child::~child() {
  if (ended_)
    return;
  kill(-pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

void child::check_time() const {
  if (std::chrono::steady_clock::now() > deadline_)
    throw std::runtime_error{"the program did not end in time"};
}

void child::send(int signal) const {
  kill(pid_, signal);
}

int child::wait() {
  for (;;) {
    int status = 0;
    if (waitpid(pid_, &status, WNOHANG) == pid_) {
      ended_ = true;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    check_time();
    usleep(500);
  }
}

size_t child::peak_kib() const {
  std::ifstream status{"/proc/" + std::to_string(pid_) + "/status"};
  size_t result = 0;
  for (std::string key; status >> key;)
    if (key == "VmHWM:")
      status >> result;
  return result;
}

} // namespace tally::test
