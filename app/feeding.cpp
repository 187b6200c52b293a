#include "app/feeding.hpp"

#include "actors/merger.hpp"
#include "actors/requests.hpp"
#include "app/diagnostics.hpp"
#include "app/feeder.hpp"
#include "app/progress_display.hpp"
#include "app/signal_watch.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace tally {

namespace {

// Waits without limit: a pipe may stay silent for as long as it likes.
template <class Result, class Actor, class... Args>
caf::expected<Result> ask_and_wait(caf::scoped_actor& self, const Actor& to,
                                   Args... args) {
  caf::expected<Result> result{caf::error{}};
  ask(self, to, caf::infinite, args...)
      .receive([&](Result& response) { result = std::move(response); },
               [&](caf::error& err) { result = std::move(err); });
  return result;
}

template <class Actor, class What>
auto send_to_all(caf::scoped_actor& self, const std::vector<Actor>& all,
                 What what) {
  return send_all(all.size(), [&](size_t i) {
    return ask(self, all[i], caf::infinite, what);
  });
}

} // namespace

batch_result feed_all(caf::scoped_actor& self, const options& opts,
                      const std::vector<counter_actor>& counters) {
  signal_watch stop{{SIGINT, SIGTERM}, signal_watch::second_time::untouched};
  std::optional<progress_display> shown{std::in_place, self, opts};
  auto source = std::make_unique<block_source>(
      opts.inputs, usual_block_size(counters.size()),
      reading{stop.fd(), shown->teller()}, shown->complainer(), opts.rules,
      opts.by_file, counters.size());
  auto reader = self->spawn<caf::detached>(feeder, std::move(source), counters);
  auto read = ask_and_wait<input_totals>(self, reader, run_atom_v);
  shown.reset();
  batch_result result;
  result.complete = read && read->failures == 0;
  result.signal = stop.next();
  if (read)
    result.stats.input = *read;
  else
    result.failure = std::move(read.error());
  if (result.stats.input.interrupted)
    complain("Interrupted. The counts are partial: of what was read until "
             "then, and of nothing after it.");
  return result;
}

void settle(batch_result& result, caf::error failure) {
  if (!result.failure)
    result.failure = std::move(failure);
  if (!result.failure)
    return;
  complain(explain(result.failure) + " The counts are not complete.");
  result.complete = false;
}

// One that fails does not keep the others from being heard. A counter that
// failed gives up what it has when it is asked again; all others have no more
// then. Most words are in the tables of keepers, so these come first.
harvest gather(caf::scoped_actor& self,
               const std::vector<counter_actor>& counters,
               const std::vector<keeper_actor>& keepers) {
  harvest result;
  auto stats = send_to_all(self, counters, get_stats_atom_v);
  auto finished = send_to_all(self, counters, finish_atom_v);
  receive_all<token_totals>(
      std::move(stats), [&](size_t, token_totals& x) { result.tokens += x; });
  std::vector<word_table_ptr> tables;
  auto add = [&](size_t, word_table_ptr& x) { tables.push_back(std::move(x)); };
  result.failure = receive_all<word_table_ptr>(std::move(finished), add);
  if (result.failure)
    receive_all<word_table_ptr>(send_to_all(self, counters, finish_atom_v),
                                add);
  auto failure = receive_all<word_table_ptr>(
      send_to_all(self, keepers, finish_atom_v), add);
  if (failure)
    result.failure = std::move(failure);
  std::reverse(tables.begin(), tables.end());
  if (tables.empty())
    return result;
  if (auto merged = merge_tables(self, tables, counters.size()))
    result.table = std::move(*merged);
  else
    result.failure = std::move(merged.error());
  return result;
}

} // namespace tally
