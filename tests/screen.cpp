#include "tests/screen.hpp"

namespace tally::test {

screen::screen(int rows, int columns)
  : terminal_{vterm_new(rows, columns), vterm_free},
    screen_{vterm_obtain_screen(terminal_.get())} {
  vterm_set_utf8(terminal_.get(), 1);
  vterm_screen_reset(screen_, 1);
}

void screen::show(std::string_view bytes) {
  vterm_input_write(terminal_.get(), bytes.data(), bytes.size());
}

void screen::resize(int rows, int columns) {
  vterm_set_size(terminal_.get(), rows, columns);
}

std::vector<std::string> screen::rows() const {
  int rows = 0;
  int columns = 0;
  vterm_get_size(terminal_.get(), &rows, &columns);
  std::vector<std::string> result;
  for (int i = 0; i < rows; ++i)
    result.push_back(row(i));
  while (!result.empty() && result.back().empty())
    result.pop_back();
  return result;
}

std::vector<int> screen::columns_of(char32_t character) const {
  int rows = 0;
  int columns = 0;
  vterm_get_size(terminal_.get(), &rows, &columns);
  std::vector<int> result;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      VTermScreenCell cell;
      vterm_screen_get_cell(screen_, {row, column}, &cell);
      if (cell.chars[0] != character)
        continue;
      result.push_back(column);
      break;
    }
  return result;
}

std::pair<int, int> screen::cursor() const {
  VTermPos at;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal_.get()), &at);
  return {at.row, at.col};
}

std::string screen::row(int number) const {
  int rows = 0;
  int columns = 0;
  vterm_get_size(terminal_.get(), &rows, &columns);
  std::string text(static_cast<size_t>(columns) * 16, '\0');
  auto size = vterm_screen_get_text(screen_, text.data(), text.size(),
                                    {number, number + 1, 0, columns});
  text.resize(size);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

} // namespace tally::test
