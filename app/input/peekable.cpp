#include "app/input/peekable.hpp"

#include <algorithm>
#include <utility>

namespace tally {

peekable::peekable(std::unique_ptr<byte_source> from) : from_(std::move(from)) {
  // nop
}

std::string_view peekable::peek() {
  // A pipe may hand out its bytes one by one.
  while (end_ < view) {
    auto n = from_->read(seen_.data() + end_, capacity - end_);
    if (n == 0)
      break;
    end_ += n;
  }
  return {seen_.data(), end_};
}

void peekable::skip(size_t size) {
  next_ += size;
}

size_t peekable::read(char* data, size_t size) {
  if (next_ == end_)
    return from_->read(data, size);
  auto n = std::min(size, end_ - next_);
  std::copy_n(seen_.data() + next_, n, data);
  next_ += n;
  return n;
}

std::string peekable::failure() const {
  return from_->failure();
}

std::shared_ptr<const file_descriptor> peekable::rest_of_file() const {
  return next_ == end_ ? from_->rest_of_file() : nullptr;
}

} // namespace tally
