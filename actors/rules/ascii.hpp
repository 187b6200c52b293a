// What can be asked and done quickly where text is ASCII.

#pragma once

#include "actors/table/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tally {

namespace detail {

using byte_row = uint8_t __attribute__((vector_size(16)));

} // namespace detail

/// Tells whether `text` has no characters beyond ASCII.
inline bool is_ascii(std::string_view text) {
  uint64_t all = 0;
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8)
    all |= load8(text.data() + i);
  for (; i < text.size(); ++i)
    all |= static_cast<uint8_t>(text[i]);
  return (all & 0x8080808080808080) == 0;
}

/// Tells the same of `word`, which is not empty. May read, but not use, seven
/// bytes more.
inline bool is_ascii_word(std::string_view word) {
  auto from = word.data();
  auto size = word.size();
  uint64_t all = 0;
  for (; size > 8; size -= 8, from += 8)
    all |= load8(from);
  all |= load8(from) << 8 * (8 - size);
  return (all & 0x8080808080808080) == 0;
}

/// Copies text, A to Z as a to z, and other bytes as they are. Tells whether
/// it has no characters beyond ASCII.
inline bool fold_ascii(std::string_view text, char* to) {
  detail::byte_row all{};
  size_t i = 0;
  for (; i + sizeof(all) <= text.size(); i += sizeof(all)) {
    detail::byte_row x;
    std::memcpy(&x, text.data() + i, sizeof(x));
    all |= x;
    x |= (x - 'A' < 26) & 0x20;
    std::memcpy(to + i, &x, sizeof(x));
  }
  auto rest = text.substr(i);
  for (auto x : rest)
    to[i++] = static_cast<char>(x >= 'A' && x <= 'Z' ? x | 0x20 : x);
  return is_ascii(rest)
         && is_ascii({reinterpret_cast<const char*>(&all), sizeof(all)});
}

} // namespace tally
