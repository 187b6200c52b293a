#include "app/batch.hpp"

#include "actors/counter.hpp"
#include "actors/keeper.hpp"
#include "app/by_file.hpp"
#include "app/diagnostics.hpp"

#include <algorithm>
#include <utility>

namespace tally {

namespace {

// One counter alone keeps all words itself, and so do those that tell inputs
// apart.
std::vector<keeper_actor> spawn_keepers(caf::scoped_actor& self,
                                        const options& opts) {
  std::vector<keeper_actor> keepers;
  if (opts.threads > 1 && !opts.by_file)
    for (size_t i = 0; i < std::min(opts.threads, word_table::num_shards); ++i)
      keepers.push_back(self->spawn(keeper, opts.threads));
  return keepers;
}

// Hands what was counted to the aggregator, and tells `stats`. An audit has the
// aggregator add up all counts once more.
caf::error collect(harvest counted, aggregator_handle& to, input_stats& stats,
                   bool audit) {
  auto& [table, tokens, failure] = counted;
  if (!table)
    return failure;
  auto added = to.merge(std::move(table));
  if (!added)
    return std::move(added.error());
  stats.tokens = tokens;
  stats.counted = added->tokens;
  stats.distinct = added->distinct;
  if (failure || !audit)
    return failure;
  auto audited = to.audit();
  if (!audited)
    return std::move(audited.error());
  stats.counted = *audited;
  return {};
}

} // namespace

batch_result count_inputs(caf::actor_system& sys, aggregator_handle& to,
                          const options& opts) {
  if (opts.inputs.empty())
    return {};
  caf::scoped_actor self{sys};
  auto keepers = spawn_keepers(self, opts);
  std::vector<counter_actor> counters;
  for (size_t i = 0; i < opts.threads; ++i)
    counters.push_back(self->spawn(counter, opts.rules, keepers));
  auto result = feed_all(self, opts, counters);
  auto split_failure
      = opts.by_file ? split_counts(self, counters, opts.inputs, result.files)
                     : caf::error{};
  auto counted = gather(self, counters, keepers);
  if (counted.table && (result.failure || counted.failure))
    counted.table->recount();
  auto failure = collect(std::move(counted), to, result.stats, opts.stats);
  settle(result, failure ? std::move(failure) : std::move(split_failure));
  if (!result.failure && !balances(result.stats)) {
    complain(imbalance(result.stats));
    result.complete = false;
  }
  return result;
}

} // namespace tally
