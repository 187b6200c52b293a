// What keys do to the line, and what else it needs to be shown as it is.

#include "app/terminal/line_editor.hpp"
#include "app/terminal/utf8.hpp"

#include <algorithm>
#include <cwchar>
#include <cwctype>
#include <sys/ioctl.h>
#include <utility>

namespace tally {

namespace {

constexpr std::string_view paste_end = "\x1b[201~";

// A paste longer than this is not put into the line to be edited.
constexpr size_t most_pasted = 1000;

bool fits_into_line(std::string_view text) {
  constexpr std::string_view unfit{"\n\r\0", 3};
  return text.size() <= most_pasted && text.find_first_of(unfit) == text.npos;
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

size_t line_editor::width() const {
  winsize size{};
  if (ioctl(fileno(screen_), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 80;
  return size.ws_col;
}

line_editor::action line_editor::go_to_end() {
  editor_.move_to(editor_.line().size());
  return CC_CURSOR;
}

line_editor::action line_editor::delete_or_end() {
  auto size = editor_.line().size();
  auto before = editor_.line_before_cursor().size();
  if (size == 0) {
    left_ = entry{};
    return CC_NORM;
  }
  if (before == size)
    return CC_ERROR;
  editor_.move_to(before + 1);
  editor_.delete_before_cursor();
  return CC_REFRESH;
}

// libedit puts characters without a width into the right place only when it
// draws the line as a whole.
line_editor::action line_editor::insert_mark() {
  editor_.insert({mark_});
  return CC_REFRESH;
}

line_editor::action line_editor::insert_restored() {
  editor_.insert(std::exchange(restored_, {}));
  return CC_REFRESH;
}

line_editor::action line_editor::list_choices() {
  show("\n" + in_columns(choices_, width()));
  editor_.move_to(cursor_);
  editor_.draw_anew();
  return CC_NORM;
}

// What fits into a line goes there; lines are counted as they are.
line_editor::action line_editor::paste() {
  auto text = pasted_text();
  if (!text)
    return CC_NORM;
  if (fits_into_line(*text)) {
    editor_.insert(widen(*text));
    return CC_REFRESH;
  }
  restored_ = editor_.line();
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
    if (!wait_for_more())
      return std::nullopt;
  }
}

// Terminals wrap lines anew when their width changes. Each row is erased by
// itself: some keep a copy of what is erased with more rows at once.
void line_editor::resize() {
  auto before = editor_.line_before_cursor();
  size_t cells = 0;
  for (auto character : prompt_ + before)
    cells += drawn_width(character);
  editor_.resize();
  std::string erasure = before == editor_.line() ? "\r" : "\r\x1b[J";
  for (auto rows = cells / width(); rows > 0; --rows)
    erasure += "\x1b[K\x1b[A";
  show(erasure + "\x1b[K");
  editor_.draw_anew();
}

} // namespace tally
