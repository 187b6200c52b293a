#pragma once

#include "app/terminal/utf8_locale.hpp"

#include <cstdio>
#include <histedit.h>
#include <string>
#include <termios.h>

namespace tally {

/// libedit as an object: a line being edited on a terminal, and those entered
/// before. Its characters are those of `widen`.
class libedit {
public:
  /// What a key does: returns one of libedit's CC_ codes.
  using action = unsigned char (*)(EditLine*, wint_t);

  /// Reads the next key. Returns 1, or -1 to leave the line.
  using key_reader = int (*)(EditLine*, wchar_t*);

  using prompter = wchar_t* (*) (EditLine*);

  /// Edits on `screen`, a terminal, what comes from standard input. Settings of
  /// the user apply. The functions given here and to `bind` find `owner` with
  /// `owner_of`.
  libedit(std::FILE* screen, void* owner, key_reader read, prompter prompt);

  libedit(const libedit&) = delete;

  libedit& operator=(const libedit&) = delete;

  ~libedit();

  /// Tells whether `screen` can do what it takes: move its cursor up.
  static bool is_possible(std::FILE* screen);

  static void* owner_of(EditLine* editor);

  /// Lets `key` do `does`; every action has a `name` of its own.
  void bind(const wchar_t* key, const wchar_t* name, action does);

  /// Lets `key` do what libedit calls `name`.
  void bind(const wchar_t* key, const wchar_t* name);

  /// Has a line edited. Returns false if it was left without Enter.
  bool edit(std::wstring& line);

  /// Adds a line to those entered before.
  void remember(const std::wstring& line);

  /// Returns what is being edited.
  std::wstring line() const;
  std::wstring line_before_cursor() const;

  void insert(const std::wstring& text);
  void delete_before_cursor();

  /// Moves the cursor to where `n` characters are before it.
  void move_to(size_t n);

  /// Makes `key` the next that is read.
  void push_key(wchar_t key);

  /// Makes the terminal hand over each key.
  void take_keys();

  /// Makes the terminal as it was before there was this object, until
  /// `take_keys`.
  void leave_terminal();

  /// Learns the size of the window.
  void resize();

  /// Draws prompt and line where the cursor is.
  void draw_anew();

private:
  utf8_locale locale_;
  std::FILE* complaints_; // libedit complains of terminals it does not know
  termios before_{};      // how the terminal was before this object,
  termios between_{};     // how libedit has it between lines,
  bool has_left_ = false; // and whether it is as before
  EditLine* editor_;
  HistoryW* history_;
};

} // namespace tally
