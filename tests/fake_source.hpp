#pragma once

#include "app/input/byte_source.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace tally::test {

/// A source of given bytes, which come at most `piece` at a time, and of a
/// given failure after them.
class fake_source : public byte_source {
public:
  explicit fake_source(std::string bytes, size_t piece = -1,
                       std::string failure = {})
    : bytes_(std::move(bytes)), piece_(piece), failure_(std::move(failure)) {
    // nop
  }

  size_t read(char* data, size_t size) override {
    auto n = bytes_.copy(data, std::min(size, piece_), next_);
    next_ += n;
    return n;
  }

  std::string failure() const override {
    return next_ == bytes_.size() ? failure_ : std::string{};
  }

private:
  std::string bytes_;
  size_t piece_;
  std::string failure_;
  size_t next_ = 0;
};

/// Returns all bytes of `from`, read at most `piece` at a time.
inline std::string read_all(byte_source& from, size_t piece = 4096) {
  std::string all;
  std::string buffer(piece, '?');
  while (auto n = from.read(buffer.data(), piece))
    all.append(buffer, 0, n);
  return all;
}

} // namespace tally::test
