// `classify_bytes` for the instruction sets of x86-64.

#pragma once

#include "actors/text/byte_classes.hpp"

#ifdef __x86_64__

namespace tally {

void classify_sse2(const char* text, std::span<byte_classes> result);
void classify_avx2(const char* text, std::span<byte_classes> result);
void classify_avx512(const char* text, std::span<byte_classes> result);

} // namespace tally

#endif
