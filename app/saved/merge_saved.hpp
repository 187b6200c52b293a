#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/options.hpp"
#include "app/report/rule_list.hpp"

#include <cstdint>
#include <optional>

namespace tally {

/// What came of merging files of saved counts.
struct merge_result {
  bool complete = true;           ///< Was all of every file added?
  bool is_refused = false;        ///< Do the counts go by different rules?
  int signal = 0;                 ///< What stopped it, 0 if nothing did.
  std::optional<rule_list> rules; ///< As far as the files tell them.
  uint64_t tokens = 0;            ///< Sum of all counts added.
};

/// Adds the counts saved in the inputs of `opts` to `to`. Of a damaged file
/// nothing is added. Complains about what goes wrong. A signal that asks the
/// program to end stops it; the files that were merged until then stay so.
merge_result merge_saved(caf::actor_system& sys, aggregator_handle& to,
                         const options& opts);

} // namespace tally
