#pragma once

#include "app/input/byte_source.hpp"

#include <bit>
#include <memory>
#include <vector>

namespace tally {

/// The UTF-16 text of another source as UTF-8. U+FFFD takes the place of every
/// surrogate without its other half and of an odd byte at the end.
class utf16_source : public byte_source {
public:
  /// `from` is behind its byte order mark, which said `order`.
  utf16_source(std::unique_ptr<byte_source> from, std::endian order);

  size_t read(char* data, size_t size) override;

  std::string failure() const override;

private:
  void convert_more();
  void take_units(size_t size);
  size_t convert(bool at_end);

  std::unique_ptr<byte_source> from_;
  std::endian order_;
  std::vector<char> bytes_;     // as they were read
  size_t held_ = 0;             // those that wait for the rest of a character
  std::vector<char16_t> units_; // the same in the order of this machine
  std::vector<char8_t> text_;   // the same in UTF-8
  size_t next_ = 0;             // in `text_`
  size_t end_ = 0;              // of what `text_` holds
  bool ended_ = false;          // nothing more to convert
};

} // namespace tally
