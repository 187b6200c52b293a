#include "app/batch.hpp"

#include "actors/counter.hpp"
#include "actors/merger.hpp"
#include "app/diagnostics.hpp"
#include "app/feeder.hpp"
#include "app/signal_watch.hpp"

#include <memory>
#include <utility>

namespace tally {

namespace {

// Waits without limit: a counter that dies answers with an error, and a pipe
// may stay silent for as long as it likes.
template <class Result, class Actor, class... Args>
caf::expected<Result> ask_and_wait(caf::scoped_actor& self, const Actor& to,
                                   Args... args) {
  caf::expected<Result> result{caf::error{}};
  ask(self, to, caf::infinite, args...)
      .receive([&](Result& response) { result = std::move(response); },
               [&](caf::error& err) { result = std::move(err); });
  return result;
}

batch_result feed_all(caf::scoped_actor& self, std::vector<std::string> inputs,
                      const std::vector<counter_actor>& counters) {
  signal_watch stop{{SIGINT, SIGTERM}, signal_watch::second_time::untouched};
  auto source = std::make_unique<block_source>(
      std::move(inputs), block_source::default_block_size, reading{stop.fd()});
  auto reader = self->spawn<caf::detached>(feeder, std::move(source), counters);
  auto read = ask_and_wait<input_totals>(self, reader, run_atom_v);
  if (!read)
    complain(explain(read.error()) + " The counts are not complete.");
  batch_result result;
  if (read)
    result.input = *read;
  if (result.input.interrupted)
    complain("Interrupted. The counts are partial: of what was read until "
             "then, and of nothing after it.");
  result.complete = read && read->failures == 0;
  result.signal = stop.next();
  return result;
}

// Merges what the counters counted and hands it to the aggregator. A counter
// that fails does not keep the others from being heard.
caf::error collect(caf::scoped_actor& self, aggregator_handle& to,
                   const std::vector<counter_actor>& counters) {
  caf::error failure;
  std::vector<word_table_ptr> tables;
  for (auto& from : counters) {
    auto table = ask_and_wait<word_table_ptr>(self, from, finish_atom_v);
    if (table)
      tables.push_back(std::move(*table));
    else
      failure = std::move(table.error());
  }
  if (tables.empty())
    return failure;
  auto merged = merge_tables(self, std::move(tables), counters.size());
  if (!merged)
    return std::move(merged.error());
  auto added = to.merge(std::move(*merged));
  return added ? failure : std::move(added.error());
}

} // namespace

batch_result count_inputs(caf::actor_system& sys, aggregator_handle& to,
                          std::vector<std::string> inputs, size_t threads) {
  caf::scoped_actor self{sys};
  std::vector<counter_actor> counters;
  for (size_t i = 0; i < threads; ++i)
    counters.push_back(self->spawn(counter));
  auto result = feed_all(self, std::move(inputs), counters);
  auto failure = collect(self, to, counters);
  if (failure)
    complain(explain(failure) + " The counts are not complete.");
  result.complete = result.complete && !failure;
  return result;
}

} // namespace tally
