#include "app/diagnostics.hpp"

#include "app/terminal/visible_text.hpp"

#include <cstdio>
#include <system_error>
#include <unistd.h>

namespace tally {

void complain(std::string_view sentence) {
  std::string line{"tally: "};
  // The names in it come from anywhere.
  if (isatty(STDERR_FILENO))
    line.append(visible(sentence));
  else
    line.append(sentence);
  line.push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string input_name(const std::string& input) {
  return input == "-" ? "standard input" : "'" + input + "'";
}

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

} // namespace tally
