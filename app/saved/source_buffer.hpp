#pragma once

#include "app/input/byte_source.hpp"
#include "app/input/reading.hpp"

#include <array>
#include <streambuf>

namespace tally {

/// The bytes of a source for a `std::istream` to read, as far as `how` lets it.
class source_buffer : public std::streambuf {
public:
  /// Both have to outlive this object.
  source_buffer(byte_source& from, const reading& how)
    : from_(from), how_(how) {
    // nop
  }

protected:
  // A little that is read may be a lot to decompress.
  int_type underflow() override {
    auto size
        = how_.has_to_stop() ? 0 : from_.read(bytes_.data(), bytes_.size());
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

private:
  byte_source& from_;
  const reading& how_;
  std::array<char, 64 * 1024> bytes_;
};

} // namespace tally
