#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/feeding.hpp"

namespace tally {

/// Counts the inputs of `opts` and adds the counts to `to`, which holds none
/// before. Complains about what goes wrong and goes on. A signal that asks the
/// program to end stops the reading; what was read until then is counted.
batch_result count_inputs(caf::actor_system& sys, aggregator_handle& to,
                          const options& opts);

} // namespace tally
