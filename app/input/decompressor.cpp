#include "app/input/decompressor.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

constexpr size_t buffer_size = 64 * 1024;
constexpr size_t largest_read = size_t{1} << 30; // what a decoder takes

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
  auto name = std::string{format_.name};
  switch (decoder_->decode(in_, out)) {
  case decoding::goes_on:
    // A decoder may still have had something in store.
    ended_ = at_end && out.size() == room;
    if (ended_)
      failure_ = "is cut off in the middle of its " + name
                 + " data. What came before was counted; get the whole "
                   "file to count the rest.";
    return;
  case decoding::ended:
    decoder_.reset();
    return;
  case decoding::damaged:
    failure_ = "is damaged: its " + name
               + " data is wrong. What could be decompressed was counted; "
                 "get a good copy to count the rest.";
    break;
  case decoding::needs_memory:
    failure_ = "needs too much memory to be decompressed here. Decompress "
               "it with "
               + name + " and count what comes out.";
  }
  ended_ = true;
}

} // namespace tally
