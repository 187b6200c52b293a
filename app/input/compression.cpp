#include "app/input/compression.hpp"

#include "app/input/decoders.hpp"

#include <array>

namespace tally {

namespace {

bool is_gzip(std::string_view start) {
  return start.starts_with("\x1F\x8B\x08");
}

// Four letters may start a text: what follows them has to be right as well, the
// start of a block or the end of an empty stream.
bool is_bzip2(std::string_view start) {
  if (start.size() < 10 || start[3] < '1' || start[3] > '9')
    return false;
  auto next = start.substr(4);
  return start.starts_with("BZh")
         && (next.starts_with("1AY&SY") || next.starts_with("\x17rE8P\x90"));
}

bool is_xz(std::string_view start) {
  return start.starts_with(std::string_view{"\xFD"
                                            "7zXZ\0",
                                            6});
}

// A file may start with a frame for other programs, as those of pzstd do.
bool is_zstd(std::string_view start) {
  if (start.starts_with("\x28\xB5\x2F\xFD"))
    return true;
  return start.size() >= 4 && (start[0] & 0xF0) == 0x50
         && start.substr(1).starts_with("\x2A\x4D\x18");
}

constexpr std::array<compression, 4> formats{{
    {"gzip", is_gzip, make_gzip_decoder},
    {"bzip2", is_bzip2, make_bzip2_decoder},
    {"xz", is_xz, make_xz_decoder},
    {"zstd", is_zstd, make_zstd_decoder},
}};

} // namespace

const compression* compression_of(std::string_view start) {
  for (auto& format : formats)
    if (format.recognises(start))
      return &format;
  return nullptr;
}

} // namespace tally
