#include "app/batch.hpp"

#include "actors/counter.hpp"
#include "app/diagnostics.hpp"
#include "app/feeder.hpp"

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

bool feed_all(caf::scoped_actor& self, std::vector<std::string> inputs,
              const std::vector<counter_actor>& counters) {
  auto source = std::make_unique<block_source>(std::move(inputs));
  auto reader = self->spawn<caf::detached>(feeder, std::move(source), counters);
  auto read = ask_and_wait<input_totals>(self, reader, run_atom_v);
  if (!read)
    complain(explain(read.error()) + " The counts are not complete.");
  return read && read->failures == 0;
}

bool collect(caf::scoped_actor& self, aggregator_handle& totals,
             const counter_actor& from) {
  auto partial = ask_and_wait<word_table_ptr>(self, from, finish_atom_v);
  auto merged = partial ? totals.merge(std::move(*partial))
                        : caf::expected<tally::totals>{partial.error()};
  if (!merged)
    complain(explain(merged.error()) + " The counts are not complete.");
  return static_cast<bool>(merged);
}

} // namespace

bool count_inputs(caf::actor_system& sys, aggregator_handle& totals,
                  std::vector<std::string> inputs, size_t threads) {
  caf::scoped_actor self{sys};
  std::vector<counter_actor> counters;
  for (size_t i = 0; i < threads; ++i)
    counters.push_back(self->spawn(counter));
  auto complete = feed_all(self, std::move(inputs), counters);
  for (auto& from : counters)
    complete = collect(self, totals, from) && complete;
  return complete;
}

} // namespace tally
