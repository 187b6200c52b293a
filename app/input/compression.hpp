#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace tally {

/// What came of a step of decoding.
enum class decoding : uint8_t {
  goes_on,      ///< Needs more input, or more room.
  ended,        ///< The end of the data, and what it was checked by, was right.
  damaged,      ///< The data is wrong.
  needs_memory, ///< The data was made for machines with a lot of memory.
};

/// Decodes compressed data that comes in pieces of any size: one member of a
/// gzip file, one stream of a bzip2 or xz file, or one frame of a zstd file.
class decoder {
public:
  decoder() = default;

  decoder(const decoder&) = delete;

  decoder& operator=(const decoder&) = delete;

  virtual ~decoder() = default;

  /// Decodes what it can of `in` into `out`; both lose what was used from their
  /// front. Neither may be larger than 1 GiB. Not to be called any more after
  /// a result other than `goes_on`.
  virtual decoding decode(std::span<const char>& in, std::span<char>& out) = 0;
};

/// A format of compressed files.
struct compression {
  std::string_view name;
  bool (*recognises)(std::string_view start); ///< By magic bytes.
  std::unique_ptr<decoder> (*make_decoder)(); ///< Throws `std::bad_alloc`.
};

/// Returns the format of a file that starts with `start`, at least 10 bytes
/// unless it is shorter; null if it is not compressed.
const compression* compression_of(std::string_view start);

} // namespace tally
