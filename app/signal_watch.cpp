#include "app/signal_watch.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace tally {

namespace {

// Where the handler writes to; a handler cannot be given anything.
volatile int write_end = -1;

void note(int signal) {
  auto saved = errno;
  auto byte = static_cast<unsigned char>(signal);
  // A full pipe already holds enough to wake up for.
  [[maybe_unused]] auto n = write(write_end, &byte, 1);
  errno = saved;
}

} // namespace

signal_watch::signal_watch(std::initializer_list<int> signals,
                           second_time again)
  : again_{again} {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error{errno, std::generic_category(), "pipe"};
  fd_ = ends[0];
  write_end = ends[1];
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  if (again == second_time::untouched)
    action.sa_flags |= SA_RESETHAND;
  for (auto signal : signals) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    before_.emplace_back(signal, before);
    if (before.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);
  }
}

signal_watch::~signal_watch() {
  for (auto& [signal, before] : before_)
    sigaction(signal, &before, nullptr);
  close(write_end);
  close(fd_);
}

int signal_watch::next() {
  unsigned char signal = 0;
  if (read(fd_, &signal, 1) != 1)
    return 0;
  take(signal);
  return signal;
}

// A shell and the system both tell of a hangup. The second time must not keep
// the program from ending as it should.
void signal_watch::take(int signal) {
  if (again_ == second_time::untouched)
    return;
  for (auto& [watched, before] : before_)
    if (watched == signal && (signal == SIGTERM || signal == SIGHUP))
      before.sa_handler = SIG_IGN;
}

void signal_watch::pass_on(int signal) {
  for (auto& [watched, before] : before_)
    if (watched == signal) {
      struct sigaction ours {};
      sigaction(signal, &before, &ours);
      raise(signal);
      sigaction(signal, &ours, nullptr);
    }
}

} // namespace tally
