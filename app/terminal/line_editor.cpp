#include "app/terminal/line_editor.hpp"

#include "app/terminal/utf8.hpp"

#include <csignal>
#include <cwchar>
#include <unistd.h>
#include <utility>

namespace tally {

namespace {

constexpr auto paste_on = "\x1b[?2004h";
constexpr auto paste_off = "\x1b[?2004l";

// Keys that are not on any keyboard, by which one action calls another.
constexpr wchar_t end_key = 0x80;
constexpr wchar_t list_key = 0x81;
constexpr wchar_t mark_key = 0x82;
constexpr wchar_t restore_key = 0x83;

constexpr bool is_private(wchar_t key) {
  return key >= 0x80 && key <= 0x9F;
}

} // namespace

line_editor::line_editor(std::FILE* screen, completer complete,
                         const std::string& history)
  : input_{STDIN_FILENO,
           {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT}},
    screen_{screen},
    editor_{screen, this, next_key, current_prompt},
    kept_{history},
    complete_{std::move(complete)} {
  bind_keys();
  for (auto& line : kept_.lines()) {
    editor_.remember(widen(line));
    last_line_ = line;
  }
}

line_editor& line_editor::of(EditLine* editor) {
  return *static_cast<line_editor*>(libedit::owner_of(editor));
}

wchar_t* line_editor::current_prompt(EditLine* editor) {
  return of(editor).prompt_.data();
}

int line_editor::next_key(EditLine* editor, wchar_t* key) {
  return of(editor).read_key(*key) ? 1 : -1;
}

template <line_editor::action (line_editor::*Do)()>
void line_editor::bind(const wchar_t* key, const wchar_t* name) {
  editor_.bind(key, name,
               [](EditLine* editor, wint_t) { return (of(editor).*Do)(); });
}

void line_editor::bind_keys() {
  bind<&line_editor::complete_word>(L"^I", L"tally-complete");
  bind<&line_editor::delete_or_end>(L"^D", L"tally-delete-or-end");
  bind<&line_editor::paste>(L"\\e[200~", L"tally-paste");
  bind<&line_editor::go_to_end>(L"\x80", L"tally-go-to-end");
  bind<&line_editor::list_choices>(L"\x81", L"tally-list-choices");
  bind<&line_editor::insert_mark>(L"\x82", L"tally-insert-mark");
  bind<&line_editor::insert_restored>(L"\x83", L"tally-insert-restored");
  constexpr const wchar_t* usual[][2] = {
      {L"^R", L"em-inc-search-prev"},  {L"^S", L"em-inc-search-next"},
      {L"^W", L"ed-delete-prev-word"}, {L"\\e[3~", L"ed-delete-next-char"},
      {L"\\e[H", L"ed-move-to-beg"},   {L"\\e[F", L"ed-move-to-end"},
      {L"\\e[1~", L"ed-move-to-beg"},  {L"\\e[4~", L"ed-move-to-end"},
      {L"\\e[1;5C", L"em-next-word"},  {L"\\e[1;5D", L"ed-prev-word"},
      {L"\\e[1;3C", L"em-next-word"},  {L"\\e[1;3D", L"ed-prev-word"},
  };
  for (auto& [key, name] : usual)
    editor_.bind(key, name);
}

void line_editor::remember(const std::string& typed) {
  constexpr std::string_view unfit{"\n\0", 2};
  auto line = typed.substr(0, typed.find_last_not_of(" \t") + 1);
  if (line.empty() || line == last_line_
      || line.find_first_of(unfit) != line.npos)
    return;
  editor_.remember(widen(line));
  kept_.append(line);
  last_line_ = line;
}

entry line_editor::next(const std::string& prompt) {
  prompt_ = widen(prompt);
  left_.reset();
  // Before the prompt: what is typed must not be echoed by the system.
  editor_.take_keys();
  show(paste_on);
  if (!restored_.empty())
    editor_.push_key(restore_key);
  std::wstring line;
  auto entered = editor_.edit(line);
  show(paste_off);
  if (entered)
    return {entry::kind::line, narrow(line), 0};
  show("\n");
  return left_.value_or(entry{});
}

// The cursor goes to the end of the line before the line is left.
bool line_editor::read_key(wchar_t& key) {
  if (left_)
    return false;
  while (!take_character(key))
    if (!wait_for_more()) {
      key = end_key;
      return true;
    }
  if (wcwidth(key) == 0 && key != 0)
    mark_ = std::exchange(key, mark_key);
  return true;
}

// Returns false if no whole character has been typed yet.
bool line_editor::take_character(wchar_t& key) {
  while (!input_.unread().empty()) {
    auto [character, size] = decode(input_.unread());
    if (size == 0)
      return false;
    input_.take(size);
    key = character;
    if (!is_private(character))
      return true;
  }
  return false;
}

// Returns false if the line is to be left.
bool line_editor::wait_for_more() {
  switch (input_.wait()) {
  case arrival::text:
    return true;
  case arrival::end:
    left_ = entry{entry::kind::end, {}, 0, input_.error()};
    return false;
  case arrival::signal:
    heed_signal();
    return !left_;
  }
  return false;
}

void line_editor::heed_signal() {
  if (input_.signal() == SIGWINCH)
    resize();
  else if (input_.signal() == SIGTSTP)
    stop();
  else if (input_.signal() == SIGCONT && !std::exchange(goes_on_, false))
    go_on();
  left_ = entry_after(input_.signal(), true);
  if (left_)
    input_.drop();
}

// Others use the terminal meanwhile. The system does not stop a program that
// nobody could continue; all others are told to go on.
void line_editor::stop() {
  editor_.leave_terminal();
  show(std::string{paste_off} + "\n");
  input_.pass_signal_on();
  go_on();
  goes_on_ = true;
}

void line_editor::go_on() {
  editor_.leave_terminal();
  editor_.take_keys();
  show(std::string{paste_on} + "\r\x1b[K");
  editor_.draw_anew();
}

line_editor::action line_editor::complete_word() {
  auto found = complete_(narrow(editor_.line_before_cursor()));
  if (!found.rest.empty()) {
    editor_.insert(found.rest);
    return CC_REFRESH;
  }
  if (found.choices.size() < 2)
    return CC_ERROR;
  choices_ = std::move(found.choices);
  cursor_ = editor_.line_before_cursor().size();
  editor_.push_key(list_key);
  return go_to_end();
}

void line_editor::show(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), screen_);
  std::fflush(screen_);
}

} // namespace tally
