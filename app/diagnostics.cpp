#include "app/diagnostics.hpp"

#include <cstdio>
#include <system_error>

namespace tally {

void complain(std::string_view sentence) {
  std::string line{"tally: "};
  line.append(sentence).push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

} // namespace tally
