#pragma once

#include "actors/aggregator_handle.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tally {

/// Counts the files `inputs` ("-" is standard input) on `threads` counters and
/// adds the counts to `to`. Complains about what goes wrong and goes on.
/// Returns whether all of the input was counted.
bool count_inputs(caf::actor_system& sys, aggregator_handle& to,
                  std::vector<std::string> inputs, size_t threads);

} // namespace tally
