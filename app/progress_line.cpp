#include "app/progress_line.hpp"

#include "app/human_size.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tally {

namespace {

std::string clock_time(double seconds) {
  // Nobody waits for longer.
  auto all = static_cast<int>(std::min(seconds, 999 * 3600.0));
  auto hours = all / 3600;
  auto minutes = all / 60 % 60;
  std::array<char, 32> text{};
  if (hours > 0)
    std::snprintf(text.data(), text.size(), "%d:%02d:%02d", hours, minutes,
                  all % 60);
  else
    std::snprintf(text.data(), text.size(), "%d:%02d", minutes, all % 60);
  return text.data();
}

// The most important come first.
std::array<std::string, 4> parts(uint64_t bytes, std::optional<uint64_t> total,
                                 double seconds) {
  auto done = static_cast<double>(bytes);
  auto speed = seconds > 0 ? human_size(done / seconds) + "/s" : "";
  if (!total)
    return {human_size(done), speed, clock_time(seconds), ""};
  // A file may grow while it is read.
  auto all = static_cast<double>(std::max(*total, bytes));
  auto percent = all > 0 ? static_cast<int>(100 * done / all) : 100;
  auto left = done > 0 ? clock_time((all - done) / done * seconds) + " left"
                       : std::string{};
  return {std::to_string(percent) + "%",
          human_size(done) + " of " + human_size(all), left, speed};
}

} // namespace

std::string progress_line(uint64_t bytes, std::optional<uint64_t> total,
                          double seconds, size_t width) {
  constexpr std::string_view gap = "  ";
  std::string line;
  for (auto& part : parts(bytes, total, seconds)) {
    auto before = line.empty() ? std::string_view{} : gap;
    if (!part.empty() && line.size() + before.size() + part.size() <= width)
      line.append(before).append(part);
  }
  return line;
}

} // namespace tally
