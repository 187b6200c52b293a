#pragma once

#include "app/terminal/line_source.hpp"
#include "app/terminal/typed_input.hpp"

#include <cstdio>

namespace tally {

/// Lines from a pipe, or from a terminal that can do no more than print.
class plain_lines : public line_source {
public:
  /// Reads from `fd` and prompts on `prompts`, not at all if that is null.
  plain_lines(int fd, std::FILE* prompts);

  entry next(const std::string& prompt) override;

private:
  entry line();
  entry last_line();

  typed_input input_;
  std::FILE* prompts_;
  bool is_terminal_;
};

} // namespace tally
