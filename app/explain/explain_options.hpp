#pragma once

#include "app/options.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tally {

/// What is different on the command line of `tally explain`.
class explain_options {
public:
  /// Adds the option for input to `app`. It and `opts` must outlive this
  /// object, and it the parsing.
  explain_options(CLI::App& app, options& opts);

  /// Takes the operands for WORDs if there are to be explained any, and fills
  /// in where to look for them; call it when the rules are complete. Throws
  /// `std::invalid_argument` with a sentence if that makes no sense.
  void complete();

private:
  CLI::App& app_;
  options& opts_;
  std::vector<std::string> files_;
};

} // namespace tally
