#include "app/input/file_descriptor.hpp"

#include "app/diagnostics.hpp"

#include <cerrno>

namespace tally {

std::string read_failure(int error) {
  if (error == 0)
    return {};
  if (error == EISDIR)
    return "is a directory. Name the files in it instead.";
  return "cannot be read: " + system_reason(error) + '.';
}

} // namespace tally
