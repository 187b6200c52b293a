#include "app/explain/explain_inputs.hpp"

#include "actors/explainer.hpp"
#include "app/diagnostics.hpp"
#include "app/explain/explained_text.hpp"
#include "app/feeding.hpp"

namespace tally {

exit_status explain_inputs(caf::actor_system& sys, const options& opts,
                           output& to) {
  caf::scoped_actor self{sys};
  std::vector<counter_actor> explainers;
  for (size_t i = 0; i < opts.threads; ++i)
    explainers.push_back(self->spawn(explainer, opts.rules, opts.words));
  auto read = feed_all(self, opts, explainers);
  auto [table, tokens, failure] = gather(self, explainers, {});
  settle(read, std::move(failure));
  if (table)
    to.write(explained_text(explained(*table, opts.words, opts.rules),
                            opts.report, to.seen_on(opts.report.color)));
  else
    to.abandon();
  auto good = to.finish() && read.complete;
  if (read.signal != 0)
    return ended_by(read.signal);
  return good ? exit_status::success : exit_status::failure;
}

} // namespace tally
