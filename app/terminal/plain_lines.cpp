#include "app/terminal/plain_lines.hpp"

#include <csignal>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

// Lines may end with CR LF, too.
std::string without_return(std::string_view line) {
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return std::string{line};
}

} // namespace

plain_lines::plain_lines(int fd, std::FILE* prompts)
  : input_{fd, {SIGINT, SIGQUIT, SIGTERM, SIGHUP}},
    prompts_{prompts},
    is_terminal_{isatty(fd) != 0} {
  // nop
}

entry plain_lines::next(const std::string& prompt) {
  if (prompts_) {
    std::fputs(prompt.c_str(), prompts_);
    std::fflush(prompts_);
  }
  auto result = line();
  if (prompts_ && result.what != entry::kind::line) {
    std::fputc('\n', prompts_);
    std::fflush(prompts_);
  }
  return result;
}

entry plain_lines::line() {
  size_t searched = 0;
  for (;;) {
    auto text = input_.unread();
    if (auto end = text.find('\n', searched); end != text.npos) {
      entry result{entry::kind::line, without_return(text.substr(0, end)), 0};
      input_.take(end + 1);
      return result;
    }
    searched = text.size();
    auto came = input_.wait();
    if (came == arrival::end)
      return last_line();
    if (came == arrival::text)
      continue;
    if (auto result = entry_after(input_.signal(), is_terminal_)) {
      input_.drop();
      return *result;
    }
  }
}

// It needs no line end.
entry plain_lines::last_line() {
  auto text = std::string{input_.unread()};
  input_.drop();
  if (text.empty())
    return {entry::kind::end, {}, 0, input_.error()};
  return {entry::kind::line, std::move(text), 0};
}

} // namespace tally
