#include "app/terminal/signal_watch.hpp"

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

signal_watch::signal_watch() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error{errno, std::generic_category(), "pipe"};
  fd_ = ends[0];
  write_end = ends[1];
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  for (size_t i = 0; i < watched.size(); ++i) {
    sigaction(watched[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN)
      sigaction(watched[i], &action, nullptr);
  }
}

signal_watch::~signal_watch() {
  for (size_t i = 0; i < watched.size(); ++i)
    sigaction(watched[i], &before_[i], nullptr);
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
  for (size_t i = 0; i < watched.size(); ++i)
    if (watched[i] == signal && (signal == SIGTERM || signal == SIGHUP))
      before_[i].sa_handler = SIG_IGN;
}

} // namespace tally
