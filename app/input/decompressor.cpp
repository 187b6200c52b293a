#include "app/input/decompressor.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

constexpr size_t buffer_size = 64 * 1024;
constexpr size_t largest_read = size_t{1} << 30; // what a decoder takes

// Tells why there is nothing more to decode after `last`.
std::string explain(decoding last, const std::string& name) {
  if (last == decoding::needs_memory)
    return "needs too much memory to be decompressed here. Decompress it with "
           + name + " first.";
  if (last == decoding::damaged)
    return "is damaged: its " + name + " data is wrong. Get a good copy.";
  return "is cut off in the middle of its " + name
         + " data. Get the whole file.";
}

} // namespace

decompressor::decompressor(std::unique_ptr<byte_source> from,
                           const compression& format)
  : from_(std::move(from)),
    format_(format),
    decoder_(format.make_decoder()),
    buffer_(buffer_size) {
  // nop
}

size_t decompressor::read(char* data, size_t size) {
  size = std::min(size, largest_read);
  std::span<char> out{data, size};
  while (!ended_ && out.size() == size) {
    if (in_.empty())
      refill();
    if (!decoder_)
      start_next_member();
    if (decoder_)
      decode(out);
  }
  return size - out.size();
}

std::string decompressor::failure() const {
  auto why = from_->failure();
  return why.empty() ? failure_ : why;
}

void decompressor::refill() {
  in_ = {buffer_.data(), from_->read(buffer_.data(), buffer_.size())};
}

void decompressor::start_next_member() {
  ended_ = in_.empty();
  auto is_zero = [](char byte) { return byte == 0; };
  auto start = std::find_if_not(in_.begin(), in_.end(), is_zero);
  in_ = {start, in_.end()};
  if (!in_.empty())
    decoder_ = format_.make_decoder();
}

void decompressor::decode(std::span<char>& out) {
  auto at_end = in_.empty();
  auto room = out.size();
  auto result = decoder_->decode(in_, out);
  // Even at the end a decoder may have had something in store.
  if (result == decoding::goes_on && !(at_end && out.size() == room))
    return;
  decoder_.reset();
  if (result == decoding::ended)
    return;
  ended_ = true;
  failure_ = explain(result, std::string{format_.name});
}

} // namespace tally
