#include "app/progress.hpp"

#include "actors/guarded.hpp"
#include "app/diagnostics.hpp"
#include "app/progress_line.hpp"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

size_t stderr_width() {
  constexpr size_t usual = 80;
  if (tcgetpgrp(STDERR_FILENO) != getpgrp())
    return 0;
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return usual;
  return size.ws_col;
}

} // namespace

progress_screen stderr_screen() {
  auto write = [](std::string_view text) {
    [[maybe_unused]] auto n = ::write(STDERR_FILENO, text.data(), text.size());
  };
  return {write, stderr_width};
}

void progress_state::show(std::chrono::duration<double> elapsed) {
  auto width = screen.width();
  // Some terminals go to the next line after their last column.
  auto line
      = progress_line(bytes, total, elapsed.count(), width > 0 ? width - 1 : 0);
  auto size = line.size();
  line.append(shown - std::min(shown, size), ' ');
  if (!line.empty())
    screen.write("\r" + line);
  shown = size;
}

// Blanks do on every terminal.
void progress_state::erase() {
  if (shown > 0)
    screen.write("\r" + std::string(shown, ' ') + "\r");
  shown = 0;
}

progress_actor::behavior_type
progress(progress_actor::stateful_pointer<progress_state> self,
         progress_screen screen, std::optional<uint64_t> total) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.screen = std::move(screen);
  state.total = total;
  auto start = self->clock().now();
  auto tick_after = [self](auto delay) {
    tell_later(self, progress_actor{self}, delay, tick_atom_v);
  };
  tick_after(progress_state::delay);
  return {
      [&state](progress_atom, uint64_t bytes) { state.bytes = bytes; },
      [&state](complain_atom, const std::string& sentence) {
        state.erase();
        complain(sentence);
      },
      [=, &state](tick_atom) {
        state.show(self->clock().now() - start);
        tick_after(progress_state::interval);
      },
      [=, &state](finish_atom) {
        state.erase();
        self->quit();
      },
  };
}

} // namespace tally
