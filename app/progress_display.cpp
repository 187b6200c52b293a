#include "app/progress_display.hpp"

#include "app/input/total_size.hpp"
#include "app/progress.hpp"

#include <algorithm>
#include <string>
#include <unistd.h>

namespace tally {

namespace {

// Somebody who types the input would not like to see it overwritten.
bool is_typed(const std::vector<std::string>& inputs) {
  return std::find(inputs.begin(), inputs.end(), "-") != inputs.end()
         && isatty(STDIN_FILENO);
}

} // namespace

progress_display::progress_display(caf::scoped_actor& self, const options& opts)
  : self_(self) {
  if (opts.progress && !is_typed(opts.inputs) && isatty(STDERR_FILENO))
    shown_ = self->spawn(progress, stderr_screen(), total_size(opts.inputs));
}

progress_display::~progress_display() {
  if (shown_)
    ask(self_, shown_, caf::infinite, finish_atom_v)
        .receive([] {}, [](caf::error&) {});
}

// Reads may come by the thousand a second.
reading::progress_function progress_display::teller() const {
  if (!shown_)
    return {};
  return [&clock = self_->home_system().clock(), to = shown_,
          next = caf::actor_clock::time_point{}](uint64_t bytes) mutable {
    if (auto now = clock.now(); now >= next) {
      tell(to, progress_atom_v, bytes);
      next = now + progress_state::interval / 2;
    }
  };
}

complain_function progress_display::complainer() const {
  if (!shown_)
    return complain;
  return [to = shown_](std::string_view sentence) {
    tell(to, complain_atom_v, std::string{sentence});
  };
}

} // namespace tally
