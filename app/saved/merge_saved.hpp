#pragma once

#include "actors/aggregator_handle.hpp"
#include "app/report/rule_list.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tally {

/// What came of merging files of saved counts.
struct merge_result {
  bool complete = true;           ///< Was all of every file added?
  bool is_refused = false;        ///< Do the counts go by different rules?
  std::optional<rule_list> rules; ///< As far as the files tell them.
  uint64_t tokens = 0;            ///< Sum of all counts added.
};

/// Adds the counts saved in `files` ("-" is standard input) to `to`. Of a
/// damaged file nothing is added. Complains about what goes wrong.
merge_result merge_saved(aggregator_handle& to,
                         const std::vector<std::string>& files);

} // namespace tally
