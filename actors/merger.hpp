#pragma once

#include "messages/protocol.hpp"

#include <cstddef>
#include <vector>

namespace tally {

/// Behavior of a merger. It keeps nothing between two requests.
merger_actor::behavior_type merger(merger_actor::pointer self);

/// Merges `tables` into one, with `workers` mergers at a time: a table falls
/// into shards that have nothing to do with each other. Empties `tables`; there
/// must be at least one.
caf::expected<word_table_ptr>
merge_tables(caf::scoped_actor& self, const std::vector<word_table_ptr>& tables,
             size_t workers);

} // namespace tally
