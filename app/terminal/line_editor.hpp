#pragma once

#include "app/terminal/completion.hpp"
#include "app/terminal/history_file.hpp"
#include "app/terminal/libedit.hpp"
#include "app/terminal/line_source.hpp"
#include "app/terminal/typed_input.hpp"

#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Lines typed on a terminal that can move its cursor, with all that libedit
/// offers to edit them. Signals and bracketed paste, which it does not offer,
/// are seen to where its keys are read.
class line_editor : public line_source {
public:
  /// Completes the part of a line before the cursor.
  using completer = std::function<completion(std::string_view)>;

  /// Reads from standard input and shows on `screen`, both of them terminals.
  /// Keeps the lines in the file `history`, if that is not empty.
  line_editor(std::FILE* screen, completer complete,
              const std::string& history);

  entry next(const std::string& prompt) override;

  size_t width() const override;

  void remember(const std::string& line) override;

private:
  using action = unsigned char;

  static line_editor& of(EditLine* editor);
  static int next_key(EditLine* editor, wchar_t* key);
  static wchar_t* current_prompt(EditLine* editor);

  template <action (line_editor::*Do)()>
  void bind(const wchar_t* key, const wchar_t* name);

  void bind_keys();

  // What comes from the keyboard.
  bool read_key(wchar_t& key);
  bool take_character(wchar_t& key);
  bool wait_for_more();
  void heed_signal();
  std::optional<std::string> pasted_text();

  // What keys do.
  action complete_word();
  action list_choices();
  action go_to_end();
  action delete_or_end();
  action insert_mark();
  action insert_restored();
  action paste();

  // What the terminal needs.
  void resize();
  void stop();
  void go_on();
  void show(std::string_view text);

  typed_input input_;
  std::FILE* screen_;
  libedit editor_;
  history_file kept_;
  std::string last_line_;
  completer complete_;
  std::wstring prompt_;
  std::optional<entry> left_; // what the line ended with, other than Enter
  wchar_t mark_ = 0;          // a character without a width, to be inserted
  std::wstring restored_;     // what was typed before lines were pasted
  bool goes_on_ = false;      // after a stop, before the signal that says so
  std::vector<std::string> choices_;
  size_t cursor_ = 0; // where it was before the choices were listed
};

} // namespace tally
