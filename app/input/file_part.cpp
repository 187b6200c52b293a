#include "app/input/file_part.hpp"

#include "actors/rules/cut_point.hpp"
#include "app/input/file_source.hpp"
#include "app/input/total_size.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

constexpr uint64_t smallest_part = 128 * 1024;

// Parts that were taken are read to their end, even if the user interrupts.
uint64_t largest_part_for(size_t readers) {
  constexpr uint64_t most_for_all = 8 * 1024 * 1024;
  return std::max(most_for_all / readers, smallest_part);
}

// What is read of a part to find its end. Few lines are longer.
constexpr size_t tail = 4096;

// Returns the offset of the last cut in the `tail` bytes before `last`.
std::optional<uint64_t> last_cut(int fd, uint64_t last,
                                 const counting_rules& rules) {
  std::array<char, tail> buffer;
  auto first = last - tail;
  if (pread(fd, buffer.data(), tail, static_cast<off_t>(first)) != tail)
    return std::nullopt;
  auto cut = cut_point({buffer.data(), tail}, rules);
  if (cut < cut_context)
    return std::nullopt;
  return first + cut;
}

} // namespace

file_range::file_range(file_extent where)
  : where_(std::move(where)), next_(where_.first) {
  // nop
}

size_t file_range::read(char* data, size_t size) {
  while (error_ == 0 && next_ < where_.last) {
    auto n = pread(where_.file->get(), data,
                   std::min<uint64_t>(size, where_.last - next_),
                   static_cast<off_t>(next_));
    if (n > 0) {
      next_ += static_cast<uint64_t>(n);
      return static_cast<size_t>(n);
    }
    if (n == 0)
      where_.last = next_;
    else if (errno != EINTR)
      error_ = errno;
  }
  return 0;
}

std::string file_range::failure() const {
  return read_failure(error_);
}

file_part::file_part(file_extent where, const counting_rules& rules,
                     size_t position, bool told_apart)
  : text_(std::move(where)),
    cutter_(rules),
    position_(position),
    told_apart_(told_apart) {
  // nop
}

bool file_part::next(text_block& block) {
  if (ended_)
    return false;
  block.input = told_apart_ ? position_ : 0;
  ended_ = !cutter_.fill(block, text_, block_size);
  return block.size > 0;
}

std::optional<file_extent>
take_part(std::shared_ptr<const file_descriptor> file, size_t held,
          size_t readers, const counting_rules& rules) {
  auto offset = lseek(file->get(), 0, SEEK_CUR);
  if (offset < static_cast<off_t>(held))
    return std::nullopt;
  auto first = static_cast<uint64_t>(offset);
  auto size = std::min(size_left(file->get()).value_or(0) / (4 * readers),
                       largest_part_for(readers));
  if (size < smallest_part)
    return std::nullopt;
  auto end = last_cut(file->get(), first + size, rules);
  if (!end || lseek(file->get(), static_cast<off_t>(*end), SEEK_SET) < 0)
    return std::nullopt;
  return file_extent{std::move(file), first - held, *end};
}

} // namespace tally
