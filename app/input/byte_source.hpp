#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace tally {

class file_descriptor;

/// Bytes in the order in which they come, from a file or made from those of
/// another source.
class byte_source {
public:
  byte_source() = default;

  byte_source(const byte_source&) = delete;

  byte_source& operator=(const byte_source&) = delete;

  virtual ~byte_source() = default;

  /// Puts 1 to `size` bytes into `data` and returns how many. Returns 0, again
  /// and again, at the end and where it cannot be read on; `failure` tells
  /// which. `size` is at least 1.
  virtual size_t read(char* data, size_t size) = 0;

  /// What follows the name of the input in a whole sentence on why it cannot be
  /// read on, with the remedy; empty as long as nothing went wrong.
  virtual std::string failure() const = 0;

  /// Returns the file from whose offset on its bytes, as they are, would be
  /// those to read next; null if there is none.
  virtual std::shared_ptr<const file_descriptor> rest_of_file() const {
    return nullptr;
  }
};

} // namespace tally
