#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <vterm.h>

namespace tally::test {

/// What a terminal makes of the bytes it gets, by libvterm.
class screen {
public:
  screen(int rows, int columns);

  void show(std::string_view bytes);

  void resize(int rows, int columns);

  /// Returns the rows, without trailing spaces, up to the last that is not
  /// empty.
  std::vector<std::string> rows() const;

  /// Returns the first column that shows `character`, for each row that has it.
  std::vector<int> columns_of(char32_t character) const;

  /// Returns the row and the column of the cursor, the first being 0.
  std::pair<int, int> cursor() const;

private:
  std::string row(int number) const;

  std::unique_ptr<VTerm, void (*)(VTerm*)> terminal_;
  VTermScreen* screen_;
};

} // namespace tally::test
