#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tally {

/// Remembers what was found out about characters, a byte for each. Everyday
/// characters are asked about over and over, and ICU takes its time.
class character_memo {
public:
  /// Returns what `find_out(code)` returns, which is never 0.
  template <class F>
  uint8_t get(int32_t code, F find_out) {
    auto i = static_cast<size_t>(code);
    if (i >= size)
      return find_out(code);
    if (known_.empty())
      known_.resize(size);
    if (known_[i] == 0)
      known_[i] = find_out(code);
    return known_[i];
  }

private:
  // Beyond lie rare ideographs, and no letters of alphabets.
  static constexpr size_t size = 0x20000;

  std::vector<uint8_t> known_;
};

} // namespace tally
