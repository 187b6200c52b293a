#include "tests/compressed.hpp"

#include "tests/command.hpp"

#include <stdexcept>

namespace tally::test {

std::string compressed(const std::string& compressor, const std::string& text) {
  auto run = shell(compressor).with_input(text).run();
  if (run.status != 0)
    throw std::runtime_error{compressor + ": " + run.err};
  return run.out;
}

} // namespace tally::test
