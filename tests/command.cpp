#include "tests/command.hpp"

#include "tests/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace tally::test {

namespace {

class descriptor {
public:
  descriptor() = default;

  descriptor(const descriptor&) = delete;

  descriptor& operator=(const descriptor&) = delete;

  ~descriptor() {
    reset();
  }

  void reset(int fd = -1) {
    if (fd_ >= 0)
      close(fd_);
    fd_ = fd;
  }

  int get() const {
    return fd_;
  }

private:
  int fd_ = -1;
};

struct pipe_ends {
  pipe_ends() {
    std::array<int, 2> fds{};
    if (pipe2(fds.data(), O_CLOEXEC) != 0)
      throw std::system_error{errno, std::generic_category(), "pipe2"};
    read.reset(fds[0]);
    write.reset(fds[1]);
  }

  descriptor read;
  descriptor write;
};

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

/// Input on its way into a pipe.
class feed {
public:
  feed(descriptor& to, std::string_view text, size_t times, bool byte_by_byte)
    : to_(to),
      text_(text),
      left_(text.size() * times),
      byte_by_byte_(byte_by_byte) {
    fcntl(to_.get(), F_SETFL, O_NONBLOCK);
    close_when_done();
  }

  /// Is there a byte in the pipe that has to be read before the next?
  bool waits() const {
    int unread = 0;
    return byte_by_byte_ && to_.get() >= 0
           && ioctl(to_.get(), FIONREAD, &unread) == 0 && unread > 0;
  }

  void write_some() {
    auto rest = text_.substr((text_.size() - left_ % text_.size())
                             % text_.size());
    auto n = write(to_.get(), rest.data(), byte_by_byte_ ? 1 : rest.size());
    if (n > 0)
      left_ -= static_cast<size_t>(n);
    else if (errno != EAGAIN && errno != EINTR)
      left_ = 0;
    close_when_done();
  }

private:
  void close_when_done() {
    if (left_ == 0)
      to_.reset();
  }

  descriptor& to_;
  std::string_view text_;
  size_t left_;
  bool byte_by_byte_;
};

void read_some(descriptor& from, std::string& to) {
  std::array<char, 65536> buffer;
  auto n = read(from.get(), buffer.data(), buffer.size());
  if (n > 0)
    to.append(buffer.data(), static_cast<size_t>(n));
  else if (n == 0 || errno != EINTR)
    from.reset();
}

pid_t start(const program& what, int in, int out, int err) {
  auto pid = fork();
  if (pid == 0) {
    setpgid(0, 0);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    what.become();
  }
  return pid;
}

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

command& command::with_file(const std::string& name,
                            std::string_view content) {
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
  child running{
    start(what, in.read.get(), out.write.get(), err.write.get())};
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
  command result{{"/bin/sh", "-c", std::move(script)}};
  result.with_environment("TALLY=" TALLY_BINARY);
  return result;
}

} // namespace tally::test
