#include "app/input/utf16_source.hpp"

#include <algorithm>
#include <cwchar>
#include <locale>
#include <string_view>
#include <utility>

namespace tally {

namespace {

constexpr size_t buffer_size = 64 * 1024;
constexpr size_t most_utf8_per_unit = 3;
constexpr std::u8string_view replacement = u8"\uFFFD";

using converter = std::codecvt<char16_t, char8_t, std::mbstate_t>;

} // namespace

utf16_source::utf16_source(std::unique_ptr<byte_source> from, std::endian order)
  : from_(std::move(from)),
    order_(order),
    bytes_(buffer_size),
    // An odd byte at the end needs room as well.
    text_((buffer_size / 2 + 1) * most_utf8_per_unit) {
  // nop
}

size_t utf16_source::read(char* data, size_t size) {
  while (next_ == end_ && !ended_)
    convert_more();
  auto n = std::min(size, end_ - next_);
  std::copy_n(text_.data() + next_, n, data);
  next_ += n;
  return n;
}

std::string utf16_source::failure() const {
  return from_->failure();
}

void utf16_source::convert_more() {
  auto n = from_->read(bytes_.data() + held_, bytes_.size() - held_);
  auto size = held_ + n;
  ended_ = n == 0;
  take_units(size);
  auto used = 2 * convert(ended_);
  held_ = size - used;
  std::copy_n(bytes_.data() + used, held_, bytes_.data());
  if (ended_ && held_ > 0)
    end_ = static_cast<size_t>(
        std::copy(replacement.begin(), replacement.end(), text_.data() + end_)
        - text_.data());
}

void utf16_source::take_units(size_t size) {
  auto low = order_ == std::endian::little ? 0 : 1;
  units_.resize(size / 2);
  for (size_t i = 0; i < units_.size(); ++i) {
    auto byte = [&](auto which) {
      return static_cast<unsigned char>(bytes_[2 * i + which]);
    };
    units_[i] = static_cast<char16_t>(byte(low) | byte(1 - low) << 8);
  }
}

// Returns how many units were converted. A surrogate at the end waits for its
// other half unless there cannot be one.
size_t utf16_source::convert(bool at_end) {
  auto& facet = std::use_facet<converter>(std::locale::classic());
  const char16_t* from = units_.data();
  auto to = text_.data();
  auto from_end = from + units_.size();
  auto to_end = to + text_.size();
  for (;;) {
    std::mbstate_t state{};
    auto result = facet.out(state, from, from_end, from, to, to_end, to);
    if (from == from_end || (result != converter::error && !at_end))
      break;
    to = std::copy(replacement.begin(), replacement.end(), to);
    ++from;
  }
  next_ = 0;
  end_ = static_cast<size_t>(to - text_.data());
  return static_cast<size_t>(from - units_.data());
}

} // namespace tally
