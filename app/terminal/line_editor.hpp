#pragma once

#include "app/terminal/completion.hpp"
#include "app/terminal/history_file.hpp"
#include "app/terminal/line_source.hpp"
#include "app/terminal/typed_input.hpp"
#include "app/terminal/utf8_locale.hpp"

#include <cstdio>
#include <functional>
#include <histedit.h>
#include <memory>
#include <optional>
#include <string>

namespace tally {

/// Lines typed on a terminal that can move its cursor, with all that libedit
/// offers to edit them. It handles no signals and has no bracketed paste; both
/// are done here, where its keys are read.
class line_editor : public line_source {
public:
  /// Completes the part of a line before the cursor.
  using completer = std::function<completion(std::string_view)>;

  /// Tells whether `screen` can do what it takes: move its cursor up.
  static bool is_possible(std::FILE* screen);

  /// Reads from standard input and shows on `screen`, both of them terminals.
  /// Keeps the lines in the file `history`, if that is not empty.
  line_editor(std::FILE* screen, completer complete,
              const std::string& history);

  ~line_editor() override;

  entry next(const std::string& prompt) override;

  void remember(const std::string& line) override;

private:
  using action = unsigned char;

  template <action (line_editor::*Do)()>
  void bind(const wchar_t* name, const wchar_t* key);

  static line_editor& of(EditLine* editor);
  static int next_key(EditLine* editor, wchar_t* key);
  static wchar_t* current_prompt(EditLine* editor);

  void set_up_keys();
  void set_up_history();

  // What comes from the keyboard.
  bool read_key(wchar_t& key);
  bool heed_signal();

  // What keys do.
  action complete_word();
  action list_choices();
  action go_to_end();
  action delete_or_end();
  action insert_mark();
  action insert_restored();
  action paste();
  action suspend();

  void resize();
  void go_on();
  void draw_anew();
  std::optional<std::string> pasted_text();
  std::wstring line() const;
  std::wstring line_before_cursor() const;
  void push_key(wchar_t key);
  void show(std::string_view text);

  utf8_locale locale_;
  typed_input input_;
  std::FILE* screen_;
  std::FILE* complaints_;
  EditLine* editor_;
  HistoryW* history_;
  history_file kept_;
  std::string last_line_;
  completer complete_;
  std::wstring prompt_;
  std::optional<entry> left_; // what the line ended with, other than Enter
  wchar_t mark_ = 0;          // a character without a width, to be inserted
  std::wstring restored_;     // what was typed before lines were pasted
  std::vector<std::string> choices_;
  int cursor_ = 0; // where it was before the choices were listed
};

} // namespace tally
