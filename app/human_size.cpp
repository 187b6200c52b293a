#include "app/human_size.hpp"

#include <array>
#include <cstdio>

namespace tally {

std::string human_size(double bytes) {
  constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  size_t unit = 0;
  // What would be rounded to 1000 belongs to the next unit.
  for (; bytes >= 999.5 && unit + 1 < units.size(); ++unit)
    bytes /= 1000;
  auto decimals = unit > 0 && bytes < 99.95 ? 1 : 0;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f %s", decimals, bytes,
                units[unit]);
  return text.data();
}

} // namespace tally
