#include "tests/pipes.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace tally::test {

descriptor::~descriptor() {
  reset();
}

void descriptor::reset(int fd) {
  if (fd_ >= 0)
    close(fd_);
  fd_ = fd;
}

pipe_ends::pipe_ends() {
  std::array<int, 2> fds{};
  if (pipe2(fds.data(), O_CLOEXEC) != 0)
    throw std::system_error{errno, std::generic_category(), "pipe2"};
  read.reset(fds[0]);
  write.reset(fds[1]);
}

feed::feed(descriptor& to, std::string_view text, size_t times,
           bool byte_by_byte)
  : to_(to),
    text_(text),
    left_(text.size() * times),
    byte_by_byte_(byte_by_byte) {
  fcntl(to_.get(), F_SETFL, O_NONBLOCK);
  close_when_done();
}

bool feed::waits() const {
  int unread = 0;
  return byte_by_byte_ && to_.get() >= 0
         && ioctl(to_.get(), FIONREAD, &unread) == 0 && unread > 0;
}

void feed::write_some() {
  auto done = text_.size() - left_ % text_.size();
  auto rest = text_.substr(done % text_.size());
  auto n = write(to_.get(), rest.data(), byte_by_byte_ ? 1 : rest.size());
  if (n > 0)
    left_ -= static_cast<size_t>(n);
  else if (errno != EAGAIN && errno != EINTR)
    left_ = 0;
  close_when_done();
}

void feed::close_when_done() {
  if (left_ == 0)
    to_.reset();
}

void read_some(descriptor& from, std::string& text) {
  std::array<char, 65536> buffer;
  auto n = read(from.get(), buffer.data(), buffer.size());
  if (n > 0)
    text.append(buffer.data(), static_cast<size_t>(n));
  else if (n == 0 || errno != EINTR)
    from.reset();
}

} // namespace tally::test
