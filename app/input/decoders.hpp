#pragma once

#include "app/input/compression.hpp"

namespace tally {

// Each throws `std::bad_alloc` if there is no memory for it.
std::unique_ptr<decoder> make_bzip2_decoder();
std::unique_ptr<decoder> make_gzip_decoder();
std::unique_ptr<decoder> make_xz_decoder();
std::unique_ptr<decoder> make_zstd_decoder();

} // namespace tally
