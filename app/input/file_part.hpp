#pragma once

#include "app/input/block_cutter.hpp"
#include "app/input/byte_source.hpp"
#include "app/input/file_descriptor.hpp"
#include "messages/payload.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace tally {

/// Where some of a file is: from byte `first` to before byte `last`.
struct file_extent {
  std::shared_ptr<const file_descriptor> file;
  uint64_t first = 0;
  uint64_t last = 0;
};

/// The bytes of an extent, wherever the file's own offset may be. If the file
/// has become shorter, so have they.
class file_range : public byte_source {
public:
  explicit file_range(file_extent where);

  size_t read(char* data, size_t size) override;

  std::string failure() const override;

  /// Returns how many bytes were read.
  uint64_t bytes_read() const {
    return next_ - where_.first;
  }

private:
  file_extent where_;
  uint64_t next_;
  int error_ = 0; // an `errno` value
};

/// A part of a file that ends between two words, for one counter to read while
/// others read other parts. That is faster than to have all of it read by the
/// same thread: text is counted where it was read, out of the nearest cache.
class file_part : public text_source {
public:
  /// What the second cache of a core has room for.
  static constexpr size_t block_size = 256 * 1024;

  /// Cuts `where`, which is of the input at `position`, into blocks, by
  /// `rules`. Numbers the blocks by their input if it is `told_apart`.
  file_part(file_extent where, const counting_rules& rules, size_t position,
            bool told_apart);

  bool next(text_block& block) override;

  size_t position() const {
    return position_;
  }

  uint64_t bytes_read() const {
    return text_.bytes_read();
  }

  /// Returns what `byte_source` does.
  std::string failure() const {
    return text_.failure();
  }

private:
  file_range text_;
  block_cutter cutter_;
  size_t position_;
  bool told_apart_;
  bool ended_ = false;
};

/// Takes the next part off `file`, whose offset moves to the end of it. `held`
/// bytes before the offset belong to the part as well. Parts become smaller
/// towards the end of the file, so that all `readers` come to an end at the
/// same time. Returns nothing where the file is to be read on as it is: what is
/// left of it is too little, or cannot be cut by `rules` where it had to be. No
/// other process may move the offset at that moment.
std::optional<file_extent>
take_part(std::shared_ptr<const file_descriptor> file, size_t held,
          size_t readers, const counting_rules& rules);

} // namespace tally
