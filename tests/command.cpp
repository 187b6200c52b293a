#include "tests/command.hpp"

#include "tests/child.hpp"
#include "tests/pipes.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <poll.h>

namespace tally::test {

namespace {

/// Writes to a child that may have closed its stdin must not end the tests.
class without_sigpipe {
public:
  without_sigpipe() : before_(std::signal(SIGPIPE, SIG_IGN)) {
    // nop
  }

  without_sigpipe(const without_sigpipe&) = delete;

  ~without_sigpipe() {
    std::signal(SIGPIPE, before_);
  }

private:
  void (*before_)(int);
};

} // namespace

command::command(std::vector<std::string> args) : args_(std::move(args)) {
  // nop
}

command& command::with_input(std::string input, size_t times) {
  input_ = std::move(input);
  times_ = times;
  return *this;
}

command& command::byte_by_byte() {
  byte_by_byte_ = true;
  return *this;
}

command& command::with_file(const std::string& name, std::string_view content) {
  folder_.write(name, content);
  return *this;
}

command& command::with_environment(std::string variable) {
  environment_.push_back(std::move(variable));
  return *this;
}

outcome command::run() {
  without_sigpipe guard;
  pipe_ends in, out, err;
  program what{args_, environment_, folder_.path()};
  child running{start(what, in.read.get(), out.write.get(), err.write.get())};
  in.read.reset();
  out.write.reset();
  err.write.reset();
  feed input{in.write, input_, times_, byte_by_byte_};
  outcome result;
  while (out.read.get() >= 0 || err.read.get() >= 0) {
    auto paused = input.waits();
    std::array<pollfd, 3> ready{{{out.read.get(), POLLIN, 0},
                                 {err.read.get(), POLLIN, 0},
                                 {paused ? -1 : in.write.get(), POLLOUT, 0}}};
    timespec patience{0, paused ? 20'000 : 100'000'000};
    ppoll(ready.data(), ready.size(), &patience, nullptr);
    running.check_time();
    if (ready[0].revents != 0) {
      result.peak_kib = std::max(result.peak_kib, running.peak_kib());
      read_some(out.read, result.out);
    }
    if (ready[1].revents != 0)
      read_some(err.read, result.err);
    if (ready[2].revents != 0)
      input.write_some();
  }
  in.write.reset();
  result.status = running.wait();
  return result;
}

command tally(std::vector<std::string> args) {
  args.insert(args.begin(), TALLY_BINARY);
  return command{std::move(args)};
}

command shell(std::string script) {
  return command{{"/bin/sh", "-c", std::move(script)}};
}

} // namespace tally::test
