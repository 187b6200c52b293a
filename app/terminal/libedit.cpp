#include "app/terminal/libedit.hpp"

#include "app/terminal/history_file.hpp"

namespace tally {

libedit::libedit(std::FILE* screen, void* owner, key_reader read,
                 prompter prompt)
  : complaints_{std::fopen("/dev/null", "w")},
    editor_{el_init("tally", stdin, screen, complaints_)},
    history_{history_winit()} {
  el_wset(editor_, EL_CLIENTDATA, owner);
  el_wset(editor_, EL_SIGNAL, 0);
  el_wset(editor_, EL_GETCFN, read);
  el_wset(editor_, EL_PROMPT, prompt);
  el_wset(editor_, EL_EDITOR, L"emacs");
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

void libedit::take_keys(bool each) {
  el_wset(editor_, EL_PREP_TERM, each ? 1 : 0);
}

void libedit::resize() {
  el_resize(editor_);
}

void libedit::draw_anew() {
  el_wset(editor_, EL_REFRESH);
}

} // namespace tally
