#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

namespace tally::test {

/// A file with a name of its own that goes away with this object.
class temporary_file {
public:
  explicit temporary_file(std::string_view content = {}) {
    close(mkstemp(path_.data()));
    std::ofstream{path_, std::ios::binary} << content;
  }

  temporary_file(const temporary_file&) = delete;

  ~temporary_file() {
    std::remove(path_.c_str());
  }

  const std::string& path() const {
    return path_;
  }

  std::string content() const {
    std::ifstream in{path_, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

private:
  std::string path_ = "/tmp/tally_test_XXXXXX";
};

} // namespace tally::test
