#include "app/batch.hpp"
#include "app/diagnostics.hpp"
#include "app/interactive.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "app/report/report.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace tally {

namespace {

// A file opened while a standard stream is closed would take its place, and be
// mistaken for it. Opened the wrong way round, it still fails as a closed one.
void reserve_standard_streams() {
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) == -1)
      open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

exit_status run(const options& opts) {
  output to{opts.output};
  if (!to.good())
    return exit_status::failure;
  caf::actor_system_config config;
  configure<caf::id_block::tally>(config, opts.threads);
  caf::actor_system sys{config};
  aggregator_handle totals{sys};
  auto good = true;
  if (!opts.inputs.empty())
    good = count_inputs(sys, totals, opts.inputs, opts.threads);
  ending ended;
  if (opts.interactive)
    ended = converse_on_terminal(totals, opts.report);
  good = print_report(sys, totals, opts.report, opts.threads, to) && good
         && ended.complete;
  if (ended.signal != 0)
    return ended_by(ended.signal);
  return good ? exit_status::success : exit_status::failure;
}

} // namespace

} // namespace tally

int main(int argc, char** argv) {
  tally::reserve_standard_streams();
  auto parsed = tally::parse_options(argc, argv);
  if (auto status = std::get_if<tally::exit_status>(&parsed))
    return static_cast<int>(*status);
  return static_cast<int>(tally::run(std::get<tally::options>(parsed)));
}
