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
    if (i < known_.size() && known_[i] != 0) [[likely]]
      return known_[i];
    auto result = find_out(code);
    if (i < size) {
      known_.resize(size);
      known_[i] = result;
    }
    return result;
  }

private:
  // Beyond lie rare ideographs, and no letters of alphabets.
  static constexpr size_t size = 0x20000;

  std::vector<uint8_t> known_;
};

} // namespace tally
