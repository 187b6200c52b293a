#pragma once

#include "messages/rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tally {

/// The options that tell what counts as a word.
class rule_options {
public:
  /// Adds the options to `app`; parsing fills in `rules`. Both must outlive
  /// this object, and it the parsing.
  rule_options(CLI::App& app, counting_rules& rules);

  /// Fills in what depends on several options and reads the lists of stop
  /// words. Throws `std::runtime_error` or `std::invalid_argument` with a
  /// sentence if the rules make no sense.
  void complete();

private:
  counting_rules& rules_;
  std::optional<normal_form> form_;
  std::vector<std::string> stop_lists_;
};

} // namespace tally
