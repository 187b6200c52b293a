#include "tests/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace tally::test {

temporary_folder::temporary_folder() {
  auto name
      = (std::filesystem::temp_directory_path() / "tally_XXXXXX").string();
  if (!mkdtemp(name.data()))
    throw std::system_error{errno, std::generic_category(), name};
  path_ = name;
}

temporary_folder::~temporary_folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void temporary_folder::write(const std::string& name,
                             std::string_view content) const {
  std::ofstream file{path_ / name, std::ios::binary};
  file << content;
  if (!file.flush())
    throw std::runtime_error{"cannot write " + (path_ / name).string()};
}

} // namespace tally::test
