#include "app/abrupt_end.hpp"
#include "app/batch.hpp"
#include "app/diagnostics.hpp"
#include "app/explain/explain_inputs.hpp"
#include "app/heap.hpp"
#include "app/interactive.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "app/report/report.hpp"
#include "app/saved/merge_saved.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

// A file opened while a standard stream is closed would take its place, and be
// mistaken for it. Opened the wrong way round, it still fails as a closed one.
void reserve_standard_streams() {
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) == -1)
      open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void print_stats(const input_stats& stats,
                 std::chrono::duration<double> elapsed) {
  auto text = stats_text(stats, elapsed.count());
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// Returns nothing if the counts cannot be merged. Tells `report` their rules.
std::optional<batch_result> merge_inputs(caf::actor_system& sys,
                                         aggregator_handle& totals,
                                         const options& opts,
                                         report_options& report) {
  auto merged = merge_saved(sys, totals, opts);
  if (merged.is_refused)
    return std::nullopt;
  auto goes_on = opts.interactive && merged.signal == 0;
  if (goes_on && merged.rules && *merged.rules != report.rules) {
    complain("The merged counts were made by other rules than those for words "
             "that are typed. Start tally with the same options.");
    return std::nullopt;
  }
  report.rules = merged.rules.value_or(rule_list{});
  batch_result result;
  result.complete = merged.complete;
  result.signal = merged.signal;
  result.stats.tokens.read = merged.tokens;
  return result;
}

exit_status run(const options& opts) {
  output to{opts.output};
  if (!to.good())
    return exit_status::failure;
  caf::actor_system_config config;
  configure<caf::id_block::tally>(config, opts.threads);
  caf::actor_system sys{config};
  if (opts.explain)
    return explain_inputs(sys, opts, to);
  aggregator_handle totals{sys};
  auto start = std::chrono::steady_clock::now();
  auto report = opts.report;
  auto counted = opts.merge ? merge_inputs(sys, totals, opts, report)
                            : std::optional{count_inputs(sys, totals, opts)};
  if (!counted)
    return exit_status::failure;
  report.tokens = counted->stats.tokens;
  report.files = std::move(counted->files);
  ending ended{counted->complete, counted->signal, report.tokens};
  if (opts.interactive && ended.signal == 0)
    ended = converse_on_terminal(totals, opts.rules, report);
  report.tokens = ended.tokens;
  if (ended.signal == SIGHUP && opts.output.empty())
    rescue_counts(totals);
  auto good = print_report(sys, totals, report, opts.threads, to)
              && counted->complete && ended.complete;
  if (opts.stats && !opts.inputs.empty())
    print_stats(counted->stats, std::chrono::steady_clock::now() - start);
  if (ended.signal != 0)
    return ended_by(ended.signal);
  return good ? exit_status::success : exit_status::failure;
}

} // namespace

} // namespace tally

int main(int argc, char** argv) {
  tally::prepare_heap();
  tally::end_on_exceptions();
  tally::reserve_standard_streams();
  auto parsed = tally::parse_options(argc, argv);
  if (auto status = std::get_if<tally::exit_status>(&parsed))
    return static_cast<int>(*status);
  return static_cast<int>(tally::run(std::get<tally::options>(parsed)));
}
