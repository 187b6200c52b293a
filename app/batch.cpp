#include "app/batch.hpp"

#include "actors/counter.hpp"
#include "app/by_file.hpp"
#include "app/diagnostics.hpp"

#include <utility>

namespace tally {

namespace {

// Hands what the counters counted to the aggregator, and tells `stats`. An
// audit has the aggregator add up all counts once more.
caf::error collect(caf::scoped_actor& self, aggregator_handle& to,
                   const std::vector<counter_actor>& counters,
                   input_stats& stats, bool audit) {
  auto [table, tokens, failure] = gather(self, counters);
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
  std::vector<counter_actor> counters;
  for (size_t i = 0; i < opts.threads; ++i)
    counters.push_back(self->spawn(counter, opts.rules));
  auto result = feed_all(self, opts, counters);
  auto split_failure
      = opts.by_file ? split_counts(self, counters, opts.inputs, result.files)
                     : caf::error{};
  auto failure = collect(self, to, counters, result.stats, opts.stats);
  settle(result, failure ? std::move(failure) : std::move(split_failure));
  if (!result.failure && !balances(result.stats)) {
    complain(imbalance(result.stats));
    result.complete = false;
  }
  return result;
}

} // namespace tally
