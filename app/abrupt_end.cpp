#include "app/abrupt_end.hpp"

#include "app/exit_status.hpp"
#include "messages/fault.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <system_error>
#include <termios.h>
#include <unistd.h>

namespace tally {

namespace {

std::optional<termios> terminal_before;

std::optional<termios> terminal_now() {
  termios found{};
  if (tcgetattr(STDIN_FILENO, &found) != 0)
    return std::nullopt;
  return found;
}

// From the background, even to set what is set would stop the program.
void restore_terminal() {
  auto now = terminal_now();
  if (now && terminal_before && now->c_lflag != terminal_before->c_lflag)
    tcsetattr(STDIN_FILENO, TCSANOW, &*terminal_before);
}

// Asks for no memory, as there may be none.
[[noreturn]] void end_at_once(const char* sentence, const char* reason = "") {
  restore_terminal();
  std::fprintf(stderr, "tally: %s%s\n", sentence, reason);
  std::_Exit(static_cast<int>(exit_status::failure));
}

[[noreturn]] void end_on_exception() {
  try {
    if (auto reason = std::current_exception())
      std::rethrow_exception(reason);
  } catch (const std::bad_alloc&) {
    end_at_once(memory_ran_out);
  } catch (const std::system_error& err) {
    if (err.code() == std::errc::resource_unavailable_try_again)
      end_at_once("Not all threads could be started. Ask for fewer with"
                  " --threads, or allow more memory.");
    end_at_once("The program cannot go on: ",
                std::strerror(err.code().value()));
  } catch (...) {
  }
  std::abort();
}

} // namespace

void end_on_exceptions() {
  terminal_before = terminal_now();
  std::set_terminate(end_on_exception);
}

} // namespace tally
