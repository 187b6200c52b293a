#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tally::test {

/// An empty folder of its own that goes away with this object.
class temporary_folder {
public:
  temporary_folder();

  temporary_folder(const temporary_folder&) = delete;

  temporary_folder& operator=(const temporary_folder&) = delete;

  ~temporary_folder();

  const std::filesystem::path& path() const {
    return path_;
  }

  /// Makes the file `name` in the folder.
  void write(const std::string& name, std::string_view content) const;

private:
  std::filesystem::path path_;
};

} // namespace tally::test
