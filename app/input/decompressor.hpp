#pragma once

#include "app/input/byte_source.hpp"
#include "app/input/compression.hpp"

#include <vector>

namespace tally {

/// What the compressed bytes of another source were made from. There may be
/// several members (gzip), streams (bzip2, xz) or frames (zstd) in a row, with
/// zeros to fill up between and after them; anything else there is damage.
class decompressor : public byte_source {
public:
  decompressor(std::unique_ptr<byte_source> from, const compression& format);

  /// Throws `std::bad_alloc`.
  size_t read(char* data, size_t size) override;

  std::string failure() const override;

private:
  void refill();
  void start_next_member();
  void decode(std::span<char>& out);

  std::unique_ptr<byte_source> from_;
  const compression& format_;
  std::unique_ptr<decoder> decoder_; // null between two members
  std::vector<char> buffer_;
  std::span<const char> in_; // what is left in `buffer_`
  bool ended_ = false;       // nothing more to decode
  std::string failure_;
};

} // namespace tally
