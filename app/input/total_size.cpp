#include "app/input/total_size.hpp"

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace tally {

namespace {

std::optional<uint64_t> regular_size(int status, const struct stat& about) {
  if (status != 0 || !S_ISREG(about.st_mode))
    return std::nullopt;
  return about.st_size;
}

std::optional<uint64_t> size_of(const std::string& input) {
  if (input == "-")
    return size_left(STDIN_FILENO);
  struct stat about {};
  return regular_size(stat(input.c_str(), &about), about);
}

} // namespace

std::optional<uint64_t> size_left(int fd) {
  struct stat about {};
  auto size = regular_size(fstat(fd, &about), about);
  auto position = lseek(fd, 0, SEEK_CUR);
  if (!size || position < 0)
    return std::nullopt;
  return *size - std::min<uint64_t>(*size, position);
}

std::optional<uint64_t> total_size(const std::vector<std::string>& inputs) {
  uint64_t sum = 0;
  for (auto& input : inputs) {
    auto size = size_of(input);
    if (!size)
      return std::nullopt;
    sum += *size;
  }
  return sum;
}

} // namespace tally
