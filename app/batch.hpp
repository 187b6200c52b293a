#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/options.hpp"
#include "app/report/counted_file.hpp"
#include "app/stats.hpp"

namespace tally {

/// What came of counting the inputs.
struct batch_result {
  bool complete = true; ///< Was all of the input counted?
  int signal = 0;       ///< The signal that stopped the reading, 0 if none did.
  input_stats stats;
  counted_files files; ///< What was counted in each, if that was asked for.
};

/// Counts the inputs of `opts` and adds the counts to `to`, which holds none
/// before. Complains about what goes wrong and goes on. A signal that asks the
/// program to end stops the reading; what was read until then is counted.
batch_result count_inputs(caf::actor_system& sys, aggregator_handle& to,
                          const options& opts);

} // namespace tally
