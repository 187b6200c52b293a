// What is done with all inputs, whatever is counted in them.

#pragma once

#include "app/options.hpp"
#include "app/report/counted_file.hpp"
#include "app/stats.hpp"
#include "messages/protocol.hpp"

#include <vector>

namespace tally {

/// What came of counting the inputs.
struct batch_result {
  bool complete = true; ///< Was all of the input counted?
  caf::error failure;   ///< Why some counts are missing, none are if empty.
  int signal = 0;       ///< The signal that stopped the reading, 0 if none did.
  input_stats stats;
  counted_files files; ///< What was counted in each, if that was asked for.
};

/// What counters gave up in the end.
struct harvest {
  word_table_ptr table; ///< All counts; null if there are none to be had.
  token_totals tokens;
  caf::error failure; ///< Why some counts are missing, none are if empty.
};

/// Reads the inputs of `opts` and has `counters` count them. Complains about
/// inputs that cannot be read and goes on. A signal that asks the program to
/// end stops the reading.
batch_result feed_all(caf::scoped_actor& self, const options& opts,
                      const std::vector<counter_actor>& counters);

/// Notes a failure, none if empty, that came after reading, and complains about
/// the first one, if any: the counts are then not complete.
void settle(batch_result& result, caf::error failure);

/// Merges what `counters` counted, and `keepers`, if they had any.
harvest gather(caf::scoped_actor& self,
               const std::vector<counter_actor>& counters,
               const std::vector<keeper_actor>& keepers);

} // namespace tally
