#pragma once

#include "app/input/byte_source.hpp"

#include <array>
#include <streambuf>

namespace tally {

/// The bytes of a source for a `std::istream` to read.
class source_buffer : public std::streambuf {
public:
  /// `from` has to outlive this object.
  explicit source_buffer(byte_source& from) : from_(from) {
    // nop
  }

protected:
  int_type underflow() override {
    auto size = from_.read(bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

private:
  byte_source& from_;
  std::array<char, 64 * 1024> bytes_;
};

} // namespace tally
