#include "tests/catch.hpp"
#include "tests/pty.hpp"

#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace tally::test {

namespace {

using rows = std::vector<std::string>;

const std::string binary = TALLY_BINARY;
const std::string prompt = "Enter a word: ";
constexpr auto up = "\x1b[A";
constexpr auto left = "\x1b[D";
constexpr auto home = "\x1b[H";
constexpr auto control_c = "\x03";
constexpr auto control_d = "\x04";
constexpr auto control_r = "\x12";
constexpr auto control_u = "\x15";

std::string pasted(const std::string& text) {
  return "\x1b[200~" + text + "\x1b[201~";
}

// Waits for the prompt, types, and waits until it is shown.
terminal& type(terminal& screen, const std::string& text) {
  screen.wait_for_row("Enter a word:").press(text);
  return screen.wait_for_row(prompt + text);
}

// tally with the history where it is by default.
std::vector<std::string> with_history() {
  return {"/usr/bin/env", "-u", "TALLY_HISTFILE", binary};
}

std::string content(const std::filesystem::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

TEST_CASE("a line can be edited in the middle", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "helo wrld").press(std::string{left} + left + left + "o");
  screen.wait_for_row(prompt + "helo world").press(home);
  screen.press("\x1b[C\x1b[C\x1b[Cl\n").wait_for_row("Enter a word:");
  CHECK(screen.rows()
        == rows{prompt + "hello world", "Added word: hello, count is now 1",
                "Added word: world, count is now 1", "Enter a word:"});
}

TEST_CASE("keys delete characters, words and lines", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "one two three").press("\x7f\x7f");
  screen.wait_for_row(prompt + "one two thr").press("\x17");
  screen.wait_for_row(prompt + "one two").press("x\x01\x04");
  screen.wait_for_row(prompt + "ne two x").press("\x1b[3~\x0b");
  screen.wait_for_row(prompt + "").press("");
}

TEST_CASE("keys that do nothing leave nothing in the line", "[cli][pty]") {
  terminal screen{{binary}};
  auto line = prompt;
  screen.wait_for_row("Enter a word:");
  for (auto key : {"\x1b[15~", "\x1b[5~", "\x1b[6~", "\x1b[24~", "\x1b[1;2D",
                   "\x1b[1;2S", "\x1b[3;3~", "\x1b[20;5~", "\x1b[[A", "\x1bOP",
                   "\x1b[2~", "\x1b[201~"}) {
    CAPTURE(key);
    screen.press(std::string{key} + "x").wait_for_row(line += "x");
  }
}

TEST_CASE("the cursor moves by words", "[cli][pty]") {
  for (auto modifier : {"3", "5"}) {
    terminal screen{{binary}};
    auto arrow = std::string{"\x1b[1;"} + modifier;
    type(screen, "one two three").press(arrow + "D" + arrow + "DX");
    screen.wait_for_row(prompt + "one Xtwo three").press(arrow + "CY");
    screen.wait_for_row(prompt + "one XtwoY three");
  }
}

TEST_CASE("wide characters are edited as a whole", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "\xe4\xb8\xad\xe6\x96\x87 na\xc3\xafve").press("\x01\x04");
  screen.wait_for_row(prompt + "\xe6\x96\x87 na\xc3\xafve").press("\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.rows()[1] == "Added word: \xe6\x96\x87, count is now 1");
  CHECK(screen.rows()[2] == "Added word: na\xc3\xafve, count is now 1");
}

TEST_CASE("bytes that are not UTF-8 are counted as typed", "[cli][pty]") {
  terminal screen{{binary, "--format", "tsv", "-o", "counts"}};
  screen.wait_for_row("Enter a word:").press("a\xff\x80z\n");
  screen.wait_for("is now 1\n").wait_for_row("Enter a word:");
  CHECK(screen.rows()[1] == "Added word: a\\xff\\x80z, count is now 1");
  screen.press("quit\n");
  CHECK(screen.status() == 0);
  CHECK(content(screen.folder() / "counts") == "1\ta\xff\x80z\n");
}

TEST_CASE("characters without a width keep the cursor right", "[cli][pty]") {
  terminal screen{{binary}};
  screen.wait_for_row("Enter a word:").press("e\xcc\x81tE");
  screen.wait_for_row(prompt + "etE").press(std::string{left} + "x\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.text().find("Added word: e\xcc\x81txE, count is now 1\n")
        != std::string::npos);
}

TEST_CASE("earlier lines come back in the next run", "[cli][pty]") {
  temporary_folder state;
  auto place = "XDG_STATE_HOME=" + state.path().string();
  auto file = state.path() / "tally" / "history";
  {
    terminal screen{with_history(), {{place}}};
    type(screen, "first line").press("\n");
    type(screen, "second line").press("\n");
    type(screen, "quit").press("\n");
    CHECK(screen.status() == 0);
  }
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(content(file) == "first line\nsecond line\nquit\n");
  terminal screen{with_history(), {{place}}};
  screen.wait_for_row("Enter a word:").press(up);
  screen.wait_for_row(prompt + "quit").press(up);
  screen.wait_for_row(prompt + "second line").press(up);
  screen.wait_for_row(prompt + "first line").press("\x1b[B");
  screen.wait_for_row(prompt + "second line").press("\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.rows()[1] == "Added word: second, count is now 1");
}

TEST_CASE("the history is where TALLY_HISTFILE says, or nowhere",
          "[cli][pty]") {
  temporary_folder place;
  auto file = (place.path() / "own").string();
  for (auto path : {file, std::string{}}) {
    terminal screen{{binary},
                    {{"TALLY_HISTFILE=" + path,
                      "XDG_STATE_HOME=" + place.path().string()}}};
    type(screen, "foo").press("\n");
    type(screen, "").press(up);
    screen.wait_for_row(prompt + "foo").press("\nquit\n");
    CHECK(screen.status() == 0);
  }
  CHECK(content(file) == "foo\nquit\n");
  CHECK_FALSE(std::filesystem::exists(place.path() / "tally"));
}

TEST_CASE("Ctrl-R finds an earlier line", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "the needle").press("\n");
  type(screen, "some hay").press("\n");
  type(screen, "").press(std::string{control_r} + "need");
  screen.wait_for_row("bck:need").press("\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.text().find("Added word: needle, count is now 2")
        != std::string::npos);
}

TEST_CASE("Tab completes words already counted", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "hello help hero hero world").press("\n");
  type(screen, "wo").press("\t");
  screen.wait_for_row(prompt + "world").press("h\t");
  screen.wait_for_row(prompt + "world he").press("\t");
  screen.wait_for("\nhero   hello  help\n").wait_for_row(prompt + "world he");
  screen.press("l\t\t");
  screen.wait_for("hello  help\n").wait_for_row(prompt + "world hel");
  screen.press("p\t").wait_for_row(prompt + "world help").press("\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.text().find("Added word: help, count is now 2")
        != std::string::npos);
}

TEST_CASE("Tab completes commands", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, ":s").press("\t");
  screen.wait_for_row(prompt + ":save").press(control_u);
  type(screen, ":to").press("\t");
  screen.wait_for(":top     :totals\n").wait_for_row(prompt + ":to");
  screen.press("t\t\n").wait_for("0 words, 0 different\n");
}

TEST_CASE("pasted lines count as if piped", "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}};
  type(screen, "typed").press(pasted("the cat\rthe dog\nquit\n:undo\n"));
  screen.wait_for("Added 6 words, 5 of them different.\n");
  screen.wait_for_row(prompt + "typed").press("!\n");
  screen.wait_for_row("Enter a word:").press("quit\n");
  CHECK(screen.status() == 0);
  CHECK(screen.rows()
        == rows{prompt + "typed", "Added 6 words, 5 of them different.",
                prompt + "typed!", "Added word: typed!, count is now 1",
                prompt + "quit", "2       the", "1       :undo", "1       cat",
                "1       dog", "1       quit", "1       typed!"});
}

TEST_CASE("a paste without line ends can be edited", "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "one ").press(pasted("two\x1b[2Jthree"));
  screen.wait_for_row(prompt + "one two^[[2Jthree").press(" four\n");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.rows()
        == rows{prompt + "one two^[[2Jthree four",
                "Added word: one, count is now 1",
                "Added word: two^[[2Jthree, count is now 1",
                "Added word: four, count is now 1", "Enter a word:"});
}

TEST_CASE("a long paste is counted in full", "[cli][pty]") {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += std::to_string(i % 100) + (i % 10 == 9 ? '\r' : ' ');
  terminal screen{{binary}};
  screen.wait_for_row("Enter a word:").press("\x1b[200~");
  for (size_t i = 0; i < text.size(); i += 1000)
    screen.press(text.substr(i, 1000));
  screen.press("\x1b[201~");
  screen.wait_for("Added 20000 words, 100 of them different.\n");
}

TEST_CASE("the terminal is told to mark pastes only while a line is typed",
          "[cli][pty]") {
  terminal screen{{binary}};
  type(screen, "foo").press(control_c);
  screen.wait_for("Ctrl-D.").wait_for_row("Enter a word:").press(control_d);
  CHECK(screen.status() == 0);
  auto& bytes = screen.bytes();
  CHECK(bytes.rfind("\x1b[?2004l") > bytes.rfind("\x1b[?2004h"));
}

TEST_CASE("nothing a terminal might obey is sent to it", "[cli][pty]") {
  terminal screen{{binary}};
  auto evil
      = std::string{"a\x1b]0;b\x07\xc2\x9b"} + "31m\x9b" + "32m\xe2\x80\xae";
  screen.wait_for_row("Enter a word:").press(pasted(evil + "\r"));
  screen.wait_for("is now 1\n").wait_for_row("Enter a word:").press("a\t");
  screen.wait_for_row(prompt + "a^[]0;b^G^\u00db31m\\U+DC9B32m").press("\n");
  screen.wait_for(
      "Added word: a^[]0;b^G\\u009b31m\\x9b32m\\u202e, count is now 2\n");
  screen.wait_for_row("Enter a word:").press(pasted(":nope" + evil) + "\n");
  screen.wait_for("no command ':nopea^[]0;b^G\\u009b31m\\x9b32m\\u202e'");
  for (auto sequence :
       {"\x1b]", "\x07", "\xc2\x9b", "\x9b\x33\x32", "\xe2\x80\xae"})
    CHECK(screen.bytes().find(sequence) == std::string::npos);
}

TEST_CASE("a long line is edited on a narrow terminal", "[cli][pty]") {
  terminal screen{{binary}, {{}, 20, 24}};
  screen.wait_for_row("Enter a word:").press("one two three four five six");
  screen.wait_for_row("x").press(std::string{home} + "X");
  screen.wait_for_row("ix").press("\n").wait_for_row("Enter a word:");
  CHECK(screen.rows()
        == rows{"Enter a word: Xone t", "wo three four five s", "ix",
                "Added word: Xone,", "count is now 1", "Added word: two,",
                "count is now 1", "Added word: three,", "count is now 1",
                "Added word: four,", "count is now 1", "Added word: five,",
                "count is now 1", "Added word: six,", "count is now 1",
                "Enter a word:"});
}

TEST_CASE("a line follows the window when its size changes", "[cli][pty]") {
  terminal screen{{binary}};
  auto line = std::string{"one two three four five"};
  type(screen, line).resize(100, 30).press("!");
  screen.wait_for_row(prompt + line + "!").resize(20, 24);
  screen.wait_for_row("o three four five!").press(" six");
  screen.wait_for_row("ix").press("\n").wait_for("Added word: six");
  screen.wait_for_row("Enter a word:").resize(80, 24);
  screen.press(":totals").wait_for_row(prompt + ":totals").press("\n");
  screen.wait_for("6 words, 6 different\n");
}

TEST_CASE("a terminal that can only print gets plain lines", "[cli][pty]") {
  for (auto name : {"TERM=dumb", "TERM=", "TERM=no-such-terminal"}) {
    CAPTURE(name);
    terminal screen{{binary, "-f", "tsv"}, {{name}}};
    screen.enter("the foo the").enter(":undo").wait_for("the, count is now 0");
    screen.wait_for("Enter a word: ").press(control_c);
    screen.wait_for("To leave, type 'quit' or press Ctrl-D.\n");
    screen.enter("foo").enter("quit");
    CHECK(screen.status() == 0);
    CHECK(screen.bytes().find('\x1b') == std::string::npos);
    CHECK(screen.text().ends_with("Enter a word: quit\n1\tfoo\n"));
  }
}

} // namespace tally::test
