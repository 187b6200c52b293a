#include "app/terminal/libedit.hpp"

#include "app/terminal/history_file.hpp"

#include <string_view>
#include <unistd.h>

namespace tally {

namespace {

termios attributes(int terminal) {
  termios result{};
  tcgetattr(terminal, &result);
  return result;
}

void ignore(EditLine* editor, const std::wstring& key) {
  el_wset(editor, EL_BIND, key.c_str(), L"ed-ignore", nullptr);
}

// Of keys that it does not know, such as F5, libedit would take a part for
// text.
void ignore_other_keys(EditLine* editor) {
  constexpr auto most = 34; // F20
  for (auto modifiers :
       {L"", L";2", L";3", L";4", L";5", L";6", L";7", L";8"}) {
    for (int key = 1; key <= most; ++key)
      ignore(editor, L"\\e[" + std::to_wstring(key) + modifiers + L"~");
    for (auto key : std::wstring_view{L"ABCDEFHPQRS"})
      ignore(editor, std::wstring{L"\\e[1"} + modifiers + key);
  }
  for (auto key : std::wstring_view{L"ABCDE"}) // F1 to F5 of the Linux console
    ignore(editor, std::wstring{L"\\e[["} + key);
  ignore(editor, L"\\e[201~"); // the end of a paste that was dropped
}

} // namespace

libedit::libedit(std::FILE* screen, void* owner, key_reader read,
                 prompter prompt)
  : complaints_{std::fopen("/dev/null", "w")},
    before_{attributes(STDIN_FILENO)},
    editor_{el_init("tally", stdin, screen, complaints_)},
    history_{history_winit()} {
  el_wset(editor_, EL_CLIENTDATA, owner);
  el_wset(editor_, EL_SIGNAL, 0);
  el_wset(editor_, EL_GETCFN, read);
  el_wset(editor_, EL_PROMPT, prompt);
  el_wset(editor_, EL_EDITOR, L"emacs");
  ignore_other_keys(editor_);
  el_source(editor_, nullptr);
  HistEventW ignored;
  history_w(history_, &ignored, H_SETSIZE,
            static_cast<int>(history_file::most_lines));
  el_wset(editor_, EL_HIST, history_w, history_);
}

libedit::~libedit() {
  el_end(editor_);
  history_wend(history_);
  std::fclose(complaints_);
}

bool libedit::is_possible(std::FILE* screen) {
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

void* libedit::owner_of(EditLine* editor) {
  void* result = nullptr;
  el_wget(editor, EL_CLIENTDATA, &result);
  return result;
}

void libedit::bind(const wchar_t* key, const wchar_t* name, action does) {
  el_wset(editor_, EL_ADDFN, name, name, does);
  bind(key, name);
}

void libedit::bind(const wchar_t* key, const wchar_t* name) {
  el_wset(editor_, EL_BIND, key, name, nullptr);
}

bool libedit::edit(std::wstring& line) {
  int size = 0;
  auto text = el_wgets(editor_, &size);
  if (!text || size <= 0)
    return false;
  line.assign(text, static_cast<size_t>(size));
  if (line.back() == L'\n')
    line.pop_back();
  return true;
}

void libedit::remember(const std::wstring& line) {
  HistEventW ignored;
  history_w(history_, &ignored, H_ENTER, line.c_str());
}

std::wstring libedit::line() const {
  auto now = el_wline(editor_);
  return {now->buffer, now->lastchar};
}

std::wstring libedit::line_before_cursor() const {
  auto now = el_wline(editor_);
  return {now->buffer, now->cursor};
}

void libedit::insert(const std::wstring& text) {
  el_winsertstr(editor_, text.c_str());
}

void libedit::delete_before_cursor() {
  el_wdeletestr(editor_, 1);
}

void libedit::move_to(size_t n) {
  el_cursor(editor_, static_cast<int>(n) - el_cursor(editor_, 0));
}

void libedit::push_key(wchar_t key) {
  const wchar_t text[] = {key, 0};
  el_wpush(editor_, text);
}

void libedit::take_keys() {
  if (has_left_)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &between_);
  has_left_ = false;
  el_wset(editor_, EL_PREP_TERM, 1);
}

// Between lines, libedit keeps keys from the system that it needs for lines.
void libedit::leave_terminal() {
  if (has_left_)
    return;
  el_wset(editor_, EL_PREP_TERM, 0);
  has_left_ = tcgetattr(STDIN_FILENO, &between_) == 0
              && tcsetattr(STDIN_FILENO, TCSADRAIN, &before_) == 0;
}

void libedit::resize() {
  el_resize(editor_);
}

void libedit::draw_anew() {
  el_wset(editor_, EL_REFRESH);
}

} // namespace tally
