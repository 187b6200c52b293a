#include "app/input/open_input.hpp"

#include "app/input/compression.hpp"
#include "app/input/decompressor.hpp"
#include "app/input/file_source.hpp"
#include "app/input/peekable.hpp"
#include "app/input/utf16_source.hpp"

#include <utility>

namespace tally {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

std::unique_ptr<byte_source> decoded(std::unique_ptr<peekable> from,
                                     input_totals& counted) {
  auto start = from->peek();
  if (start.starts_with(utf8_mark)) {
    from->skip(utf8_mark.size());
    ++counted.utf8_marks;
    return from;
  }
  auto little = start.starts_with(utf16_little_mark);
  if (!little && !start.starts_with(utf16_big_mark))
    return from;
  from->skip(utf16_big_mark.size());
  ++counted.utf16;
  return std::make_unique<utf16_source>(
      std::move(from), little ? std::endian::little : std::endian::big);
}

} // namespace

std::unique_ptr<byte_source> open_input(const std::string& path,
                                        input_totals& counted, reading& how) {
  ++counted.inputs;
  auto file = std::make_unique<file_source>(path, counted.bytes, how);
  auto bytes = std::make_unique<peekable>(std::move(file));
  auto format = compression_of(bytes->peek());
  if (!format)
    return decoded(std::move(bytes), counted);
  ++counted.compressed;
  auto text = std::make_unique<decompressor>(std::move(bytes), *format);
  return decoded(std::make_unique<peekable>(std::move(text)), counted);
}

std::unique_ptr<byte_source> open_file(const std::string& path,
                                       input_totals& counted, reading& how) {
  return open_input(path == "-" ? "./-" : path, counted, how);
}

} // namespace tally
