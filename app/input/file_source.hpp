#pragma once

#include "app/input/byte_source.hpp"

#include <cstdint>

namespace tally {

/// The bytes of a file, a pipe or whatever else has a name, as they are.
class file_source : public byte_source {
public:
  /// Opens `path`, or standard input for "-". Adds to `bytes`, which has to
  /// outlive this object, what it reads.
  file_source(const std::string& path, uint64_t& bytes);

  ~file_source() override;

  size_t read(char* data, size_t size) override;

  std::string failure() const override;

private:
  int fd_; // -1 if it could not be opened
  bool ended_ = false;
  int error_ = 0; // an `errno` value
  uint64_t& bytes_;
};

} // namespace tally
