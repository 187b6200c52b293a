#include "tests/piped_program.hpp"

#include <cerrno>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tally::test {

namespace {

constexpr useconds_t a_moment = 1000;

} // namespace

piped_program::piped_program(std::vector<std::string> args) {
  args.insert(args.begin(), TALLY_BINARY);
  program what{std::move(args), {}, folder_.path()};
  child_.emplace(
      start(what, in_.read.get(), out_.write.get(), err_.write.get()));
  out_.write.reset();
  err_.write.reset();
}

std::string piped_program::named_pipe(const temporary_folder& folder) {
  auto path = (folder.path() / "pipe").string();
  if (mkfifo(path.c_str(), 0600) != 0)
    throw std::system_error{errno, std::generic_category(), path};
  return path;
}

piped_program& piped_program::feed(std::string_view text) {
  if (write(in_.write.get(), text.data(), text.size())
      != static_cast<ssize_t>(text.size()))
    throw std::system_error{errno, std::generic_category(), "write"};
  for (int unread = 1; unread > 0; usleep(a_moment)) {
    child_->check_time();
    ioctl(in_.read.get(), FIONREAD, &unread);
  }
  return *this;
}

piped_program& piped_program::end_input() {
  in_.read.reset();
  in_.write.reset();
  return *this;
}

piped_program& piped_program::wait_until_noticed(int signal) {
  for (; child_->catches(signal); usleep(a_moment))
    child_->check_time();
  return *this;
}

piped_program& piped_program::send(int signal) {
  child_->send(signal);
  return *this;
}

outcome piped_program::end() {
  outcome result;
  while (out_.read.get() >= 0)
    read_some(out_.read, result.out);
  while (err_.read.get() >= 0)
    read_some(err_.read, result.err);
  result.status = child_->wait();
  return result;
}

} // namespace tally::test
