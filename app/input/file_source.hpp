#pragma once

#include "app/input/byte_source.hpp"
#include "app/input/file_descriptor.hpp"
#include "app/input/pipe_reader.hpp"
#include "app/input/reading.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace tally {

/// Returns what `byte_source::failure` does where reading a file failed with
/// `error`, an `errno` value; nothing if that is 0.
std::string read_failure(int error);

/// The bytes of a file, a pipe or whatever else has a name, as they are.
class file_source : public byte_source {
public:
  /// Opens `path`, or standard input for "-". Adds to `bytes` what it reads,
  /// as long as `how` lets it; both have to outlive this object.
  file_source(const std::string& path, uint64_t& bytes, reading& how);

  size_t read(char* data, size_t size) override;

  std::string failure() const override;

  std::shared_ptr<const file_descriptor> rest_of_file() const override {
    return file_;
  }

private:
  std::shared_ptr<const file_descriptor> file_;
  std::optional<pipe_reader> reader_; // there once `file_` is
  bool ended_ = false;
  int error_ = 0; // an `errno` value
  uint64_t& bytes_;
  reading& how_;
};

} // namespace tally
