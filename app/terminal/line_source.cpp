#include "app/terminal/line_source.hpp"

#include <csignal>

namespace tally {

std::optional<entry> entry_after(int signal, bool is_terminal) {
  if (signal == SIGINT && is_terminal)
    return entry{entry::kind::interrupt, {}, 0};
  if (signal == SIGINT || signal == SIGQUIT || signal == SIGTERM
      || signal == SIGHUP)
    return entry{entry::kind::signal, {}, signal};
  return std::nullopt;
}

} // namespace tally
