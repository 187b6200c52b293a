#pragma once

#include "actors/aggregator_handle.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tally {

/// What came of counting the inputs.
struct batch_result {
  bool complete = true; ///< Was all of the input counted?
  int signal = 0;       ///< The signal that stopped the reading, 0 if none did.
  input_totals input;   ///< What was read, as far as that is known.
};

/// Counts the files `inputs` ("-" is standard input) on `threads` counters and
/// adds the counts to `to`. Complains about what goes wrong and goes on. A
/// signal that asks the program to end stops the reading; what was read until
/// then is counted.
batch_result count_inputs(caf::actor_system& sys, aggregator_handle& to,
                          std::vector<std::string> inputs, size_t threads);

} // namespace tally
