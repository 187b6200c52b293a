#pragma once

#include "app/input/byte_source.hpp"

#include <array>
#include <memory>
#include <string_view>

namespace tally {

/// The bytes of another source, of which the first may be looked at before
/// they are read. Bytes further behind go at once where they are read to.
class peekable : public byte_source {
public:
  static constexpr size_t view = 16;

  explicit peekable(std::unique_ptr<byte_source> from);

  /// Returns the first bytes, at least `view` unless there are less. Call it
  /// before anything else; the result is good as long as this object.
  std::string_view peek();

  /// Leaves out the first `size` of the bytes that `peek` returned.
  void skip(size_t size);

  size_t read(char* data, size_t size) override;

  std::string failure() const override;

  std::shared_ptr<const file_descriptor> rest_of_file() const override;

private:
  // All of a small file is in here with the first read.
  static constexpr size_t capacity = 4096;

  std::unique_ptr<byte_source> from_;
  std::array<char, capacity> seen_;
  size_t next_ = 0; // in `seen_`
  size_t end_ = 0;  // of what `seen_` holds
};

} // namespace tally
