#include "app/terminal/line_editor.hpp"

#include "app/terminal/utf8.hpp"

#include <algorithm>
#include <csignal>
#include <cwchar>
#include <cwctype>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tally {

namespace {

constexpr auto paste_on = "\x1b[?2004h";
constexpr auto paste_off = "\x1b[?2004l";
constexpr std::string_view paste_end = "\x1b[201~";

// A paste longer than this is not put into the line to be edited.
constexpr size_t most_pasted = 1000;

// Keys that are not on any keyboard, by which one function calls another.
constexpr wchar_t end_key = 0x80;
constexpr wchar_t list_key = 0x81;
constexpr wchar_t mark_key = 0x82;
constexpr wchar_t restore_key = 0x83;

constexpr bool is_private(wchar_t key) {
  return key >= 0x80 && key <= 0x9F;
}

size_t screen_width(std::FILE* screen) {
  winsize size{};
  if (ioctl(fileno(screen), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;
  return size.ws_col;
}

// Returns how wide libedit draws `character`.
size_t drawn_width(wchar_t character) {
  auto width = wcwidth(character);
  if (width >= 0)
    return static_cast<size_t>(width);
  if (iswcntrl(static_cast<wint_t>(character)) != 0)
    return 2;
  return character > 0xFFFF ? 8 : 7;
}

} // namespace

line_editor::line_editor(std::FILE* screen, completer complete,
                         const std::string& history)
  : input_{STDIN_FILENO},
    screen_{screen},
    complaints_{std::fopen("/dev/null", "w")},
    editor_{el_init("tally", stdin, screen, complaints_)},
    history_{history_winit()},
    kept_{history},
    complete_{std::move(complete)} {
  el_wset(editor_, EL_CLIENTDATA, this);
  el_wset(editor_, EL_SIGNAL, 0);
  el_wset(editor_, EL_GETCFN, next_key);
  el_wset(editor_, EL_PROMPT, current_prompt);
  el_wset(editor_, EL_EDITOR, L"emacs");
  el_source(editor_, nullptr);
  set_up_keys();
  set_up_history();
}

line_editor::~line_editor() {
  el_end(editor_);
  history_wend(history_);
  std::fclose(complaints_);
}

// libedit complains of terminals it does not know.
bool line_editor::is_possible(std::FILE* screen) {
  utf8_locale locale;
  auto complaints = std::fopen("/dev/null", "w");
  auto editor = el_init("tally", stdin, screen, complaints);
  char* up = nullptr;
  el_get(editor, EL_GETTC, "up", &up);
  auto result = locale.good() && up && *up != '\0';
  el_end(editor);
  std::fclose(complaints);
  return result;
}

template <line_editor::action (line_editor::*Do)()>
void line_editor::bind(const wchar_t* name, const wchar_t* key) {
  action (*function)(EditLine*, wint_t)
      = [](EditLine* editor, wint_t) { return (of(editor).*Do)(); };
  el_wset(editor_, EL_ADDFN, name, name, function);
  el_wset(editor_, EL_BIND, key, name, nullptr);
}

void line_editor::set_up_keys() {
  bind<&line_editor::complete_word>(L"tally-complete", L"^I");
  bind<&line_editor::delete_or_end>(L"tally-delete-or-end", L"^D");
  bind<&line_editor::suspend>(L"tally-suspend", L"^Z");
  bind<&line_editor::paste>(L"tally-paste", L"\\e[200~");
  bind<&line_editor::go_to_end>(L"tally-go-to-end", L"\x80");
  bind<&line_editor::list_choices>(L"tally-list-choices", L"\x81");
  bind<&line_editor::insert_mark>(L"tally-insert-mark", L"\x82");
  bind<&line_editor::insert_restored>(L"tally-insert-restored", L"\x83");
  constexpr const wchar_t* usual[][2] = {
      {L"^R", L"em-inc-search-prev"},  {L"^S", L"em-inc-search-next"},
      {L"^W", L"ed-delete-prev-word"}, {L"\\e[3~", L"ed-delete-next-char"},
      {L"\\e[H", L"ed-move-to-beg"},   {L"\\e[F", L"ed-move-to-end"},
      {L"\\e[1~", L"ed-move-to-beg"},  {L"\\e[4~", L"ed-move-to-end"},
      {L"\\e[1;5C", L"em-next-word"},  {L"\\e[1;5D", L"ed-prev-word"},
  };
  for (auto& [key, function] : usual)
    el_wset(editor_, EL_BIND, key, function, nullptr);
}

void line_editor::set_up_history() {
  HistEventW ignored;
  history_w(history_, &ignored, H_SETSIZE,
            static_cast<int>(history_file::most_lines));
  for (auto& line : kept_.lines()) {
    history_w(history_, &ignored, H_ENTER, widen(line).c_str());
    last_line_ = line;
  }
  el_wset(editor_, EL_HIST, history_w, history_);
}

void line_editor::remember(const std::string& typed) {
  constexpr std::string_view unfit{"\n\0", 2};
  auto line = typed.substr(0, typed.find_last_not_of(" \t") + 1);
  if (line.empty() || line == last_line_
      || line.find_first_of(unfit) != line.npos)
    return;
  HistEventW ignored;
  history_w(history_, &ignored, H_ENTER, widen(line).c_str());
  kept_.append(line);
  last_line_ = line;
}

entry line_editor::next(const std::string& prompt) {
  prompt_ = widen(prompt);
  left_.reset();
  // Before the prompt: what is typed must not be echoed by the system.
  el_wset(editor_, EL_PREP_TERM, 1);
  show(paste_on);
  if (!restored_.empty())
    push_key(restore_key);
  int size = 0;
  auto text = el_wgets(editor_, &size);
  show(paste_off);
  if (left_) {
    show("\n");
    return *left_;
  }
  if (!text || size <= 0)
    return {};
  return {entry::kind::line,
          narrow({text, static_cast<size_t>(size - (text[size - 1] == L'\n'))}),
          0};
}

line_editor& line_editor::of(EditLine* editor) {
  void* result = nullptr;
  el_wget(editor, EL_CLIENTDATA, &result);
  return *static_cast<line_editor*>(result);
}

wchar_t* line_editor::current_prompt(EditLine* editor) {
  return of(editor).prompt_.data();
}

int line_editor::next_key(EditLine* editor, wchar_t* key) {
  return of(editor).read_key(*key) ? 1 : -1;
}

// The cursor goes to the end of the line before the line is left.
bool line_editor::read_key(wchar_t& key) {
  while (!left_) {
    auto text = input_.unread();
    if (auto [character, size] = text.empty() ? decoded{} : decode(text);
        size > 0) {
      input_.take(size);
      if (is_private(character))
        continue;
      key = character;
      if (wcwidth(character) == 0 && character != 0)
        mark_ = std::exchange(key, mark_key);
      return true;
    }
    auto came = input_.wait();
    if (came == arrival::end)
      left_ = entry{};
    if (left_ || (came == arrival::signal && heed_signal())) {
      key = end_key;
      return true;
    }
  }
  return false;
}

// Returns whether the line is to be left.
bool line_editor::heed_signal() {
  if (input_.signal() == SIGWINCH)
    resize();
  else if (input_.signal() == SIGCONT)
    go_on();
  left_ = entry_after(input_.signal(), true);
  if (left_)
    input_.drop();
  return left_.has_value();
}

// Terminals wrap lines anew when their width changes. Each row is erased by
// itself: some keep a copy of what is erased with more rows at once.
void line_editor::resize() {
  size_t cells = 0;
  for (auto character : prompt_ + line_before_cursor())
    cells += drawn_width(character);
  el_resize(editor_);
  std::string erasure = line_before_cursor() == line() ? "\r" : "\r\x1b[J";
  for (auto rows = cells / screen_width(screen_); rows > 0; --rows)
    erasure += "\x1b[K\x1b[A";
  show(erasure + "\x1b[K");
  draw_anew();
}

// The shell has used the terminal since.
void line_editor::go_on() {
  el_wset(editor_, EL_PREP_TERM, 0);
  el_wset(editor_, EL_PREP_TERM, 1);
  show(paste_on);
  draw_anew();
}

void line_editor::draw_anew() {
  el_wset(editor_, EL_REFRESH);
}

line_editor::action line_editor::go_to_end() {
  el_cursor(editor_, static_cast<int>(line().size()));
  return CC_CURSOR;
}

line_editor::action line_editor::delete_or_end() {
  auto now = el_wline(editor_);
  if (now->lastchar == now->buffer) {
    left_ = entry{};
    return CC_NORM;
  }
  if (now->cursor == now->lastchar)
    return CC_ERROR;
  el_cursor(editor_, 1);
  el_wdeletestr(editor_, 1);
  return CC_REFRESH;
}

// libedit draws characters without a width in the right place only when it
// draws the line as a whole.
line_editor::action line_editor::insert_mark() {
  const wchar_t text[] = {mark_, 0};
  el_winsertstr(editor_, text);
  return CC_REFRESH;
}

line_editor::action line_editor::insert_restored() {
  el_winsertstr(editor_, std::exchange(restored_, {}).c_str());
  return CC_REFRESH;
}

line_editor::action line_editor::complete_word() {
  auto found = complete_(narrow(line_before_cursor()));
  if (!found.rest.empty()) {
    el_winsertstr(editor_, found.rest.c_str());
    return CC_REFRESH;
  }
  if (found.choices.size() < 2)
    return CC_ERROR;
  choices_ = std::move(found.choices);
  cursor_ = el_cursor(editor_, 0);
  push_key(list_key);
  return go_to_end();
}

line_editor::action line_editor::list_choices() {
  show("\n" + in_columns(choices_, screen_width(screen_)));
  el_cursor(editor_, cursor_ - el_cursor(editor_, 0));
  draw_anew();
  return CC_NORM;
}

// What fits into a line goes there; lines are counted as they are.
line_editor::action line_editor::paste() {
  constexpr std::string_view unfit{"\n\r\0", 3};
  auto text = pasted_text();
  if (!text)
    return CC_NORM;
  if (text->size() <= most_pasted && text->find_first_of(unfit) == text->npos) {
    el_winsertstr(editor_, widen(*text).c_str());
    return CC_REFRESH;
  }
  restored_ = line();
  left_ = entry{entry::kind::paste, std::move(*text), 0};
  return go_to_end();
}

std::optional<std::string> line_editor::pasted_text() {
  size_t searched = 0;
  for (;;) {
    auto text = input_.unread();
    if (auto end = text.find(paste_end, searched); end != text.npos) {
      std::string result{text.substr(0, end)};
      input_.take(end + paste_end.size());
      return result;
    }
    searched = text.size() - std::min(text.size(), paste_end.size());
    auto came = input_.wait();
    if (came == arrival::end)
      left_ = entry{};
    if (left_ || (came == arrival::signal && heed_signal()))
      return std::nullopt;
  }
}

line_editor::action line_editor::suspend() {
  el_wset(editor_, EL_PREP_TERM, 0);
  show(std::string{paste_off} + "\n");
  kill(0, SIGTSTP);
  return CC_NORM;
}

std::wstring line_editor::line() const {
  auto now = el_wline(editor_);
  return {now->buffer, now->lastchar};
}

std::wstring line_editor::line_before_cursor() const {
  auto now = el_wline(editor_);
  return {now->buffer, now->cursor};
}

void line_editor::push_key(wchar_t key) {
  const wchar_t text[] = {key, 0};
  el_wpush(editor_, text);
}

void line_editor::show(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), screen_);
  std::fflush(screen_);
}

} // namespace tally
