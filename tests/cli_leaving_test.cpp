#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/pty.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

namespace tally::test {

namespace {

const std::string binary = TALLY_BINARY;
const std::string prompt = "Enter a word: ";
const std::string hint = "To leave, type 'quit' or press Ctrl-D.";
constexpr auto control_c = "\x03";
constexpr auto control_d = "\x04";

} // namespace

TEST_CASE("Ctrl-C drops the line and says how to leave, as often as pressed",
          "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}};
  screen.enter("foo")
      .wait_for("is now 1")
      .wait_for_row("Enter a word:")
      .press("dropped");
  screen.wait_for_row(prompt + "dropped").press(control_c);
  screen.wait_for(hint).wait_for_row("Enter a word:").press(control_c);
  screen.wait_for(hint).wait_for_row("Enter a word:").press("quit\n");
  CHECK(screen.status() == 0);
  CHECK(screen.rows()
        == std::vector<std::string>{
            prompt + "foo", "Added word: foo, count is now 1",
            prompt + "dropped", hint, "Enter a word:", hint, prompt + "quit",
            "1       foo"});
}

TEST_CASE("Ctrl-C in the middle of a long line leaves it readable",
          "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}, {{}, 20, 24}};
  screen.wait_for_row("Enter a word:").press("one two three four five\x01");
  // Ctrl-C throws away what the terminal has not shown yet.
  screen.wait_for_row("o three four five").wait_for_cursor(0, 14);
  screen.press(control_c).wait_for("Ctrl-D.");
  screen.wait_for_row("Enter a word:");
  CHECK(screen.rows()
        == std::vector<std::string>{"Enter a word: one tw", "o three four five",
                                    "To leave, type", "'quit' or press",
                                    "Ctrl-D.", "Enter a word:"});
}

TEST_CASE("Ctrl-D ends on an empty line only", "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}};
  screen.enter("foo")
      .wait_for("is now 1")
      .wait_for_row("Enter a word:")
      .press("ba");
  screen.wait_for_row(prompt + "ba").press(std::string{control_d} + "r");
  screen.wait_for_row(prompt + "bar").press("\n");
  screen.wait_for("Added word: bar").wait_for_row("Enter a word:");
  screen.press(control_d);
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with("\n1\tbar\n1\tfoo\n"));
}

TEST_CASE("a signal to end prints the final counts", "[cli][pty]") {
  for (auto signal : {SIGTERM, SIGHUP, SIGQUIT})
    for (auto term : {"TERM=xterm", "TERM=dumb"}) {
      CAPTURE(signal, term);
      terminal screen{{binary, "-f", "tsv"}, {{term}}};
      screen.enter("the foo the").wait_for("foo, count is now 1");
      screen.wait_for_row("Enter a word:").press("half");
      screen.wait_for_row(prompt + "half").send(signal);
      CHECK(screen.status() == 128 + signal);
      CHECK(screen.text().ends_with("\nEnter a word: half\n2\tthe\n1\tfoo\n"));
    }
}

TEST_CASE("a terminal that goes away costs no counts", "[cli][pty]") {
  temporary_folder folder;
  auto path = folder.path() / "counts";
  {
    terminal screen{{binary, "--output", path.string()}};
    screen.enter("the foo the").wait_for("foo, count is now 1");
    screen.wait_for_row("Enter a word:");
    screen.hang_up();
    CHECK(screen.status() == 128 + SIGHUP);
  }
  std::ifstream file{path};
  CHECK(std::string{std::istreambuf_iterator<char>{file}, {}}
        == "2\tthe\n1\tfoo\n");
}

TEST_CASE("counts whose terminal went away are kept for the next",
          "[cli][pty]") {
  temporary_folder state;
  terminal_settings settings{{"XDG_STATE_HOME=" + state.path().string()}};
  {
    terminal screen{{binary, "-f", "tsv"}, settings};
    screen.enter("the foo the").wait_for("foo, count is now 1");
    screen.wait_for_row("Enter a word:");
    screen.hang_up();
    CHECK(screen.status() == 128 + SIGHUP);
  }
  terminal screen{{binary, "-f", "tsv"}, settings};
  screen.wait_for("A terminal went away before its counts were printed.\n':");
  screen.wait_for_row("Enter a word:");
  auto hint = screen.rows()[1];
  auto command = hint.substr(1, hint.find("' adds them.") - 1);
  screen.press(command + "\n").wait_for("\nAdded 3 words from ");
  screen.wait_for_row("Enter a word:").press("quit\n");
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with("\n2\tthe\n1\tfoo\n"));
}

TEST_CASE("a signal ends a conversation through a pipe with its counts",
          "[cli]") {
  for (auto [name, status] :
       {std::pair{"TERM", "143"}, {"HUP", "129"}, {"INT", "130"}}) {
    CAPTURE(name);
    // A shell without job control ignores SIGINT for what is in its background.
    auto run = shell("mkfifo lines answers\n"
                     "env --default-signal=INT \"$TALLY\" --interactive"
                     " < lines > answers &\n"
                     "exec 3> lines 4< answers\n"
                     "echo foo >&3; read answer <&4; kill -"
                     + std::string{name} + " $!; cat <&4; wait $!; echo $?")
                   .run();
    CHECK(run.out == "1\tfoo\n" + std::string{status} + "\n");
    CHECK(run.err == "");
  }
}

TEST_CASE("a program that was stopped goes on with its line", "[cli][pty]") {
  terminal screen{{"/bin/bash", "--norc", "-i"}, {{"PS1=$ "}}};
  screen.wait_for_row("$").press("\"$TALLY\" -f tsv\n");
  screen.wait_for_row("Enter a word:").press("foo");
  screen.wait_for_row(prompt + "foo").press("\x1a");
  screen.wait_for("Stopped").wait_for_row("$").press("fg\n");
  screen.wait_for_row(prompt + "foo").press("d\n");
  screen.wait_for("Added word: food, count is now 1\n");
  screen.wait_for_row("Enter a word:").press("quit\n");
  screen.wait_for("1\tfood\n").wait_for_row("$");
  screen.press("exit\n");
  CHECK(screen.status() == 0);
}

TEST_CASE("Ctrl-\\ prints the final counts", "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}};
  screen.enter("foo").wait_for("is now 1").wait_for_row("Enter a word:");
  screen.press("half").wait_for_row(prompt + "half").press("\x1c");
  CHECK(screen.status() == 128 + SIGQUIT);
  CHECK(screen.text().ends_with("\nEnter a word: half\n1\tfoo\n"));
}

TEST_CASE("a program that is stopped leaves the terminal as it was",
          "[cli][pty]") {
  terminal screen{{"/bin/sh", "-i"}, {{"PS1=$ "}}};
  screen.wait_for_row("$").press("stty -g > before; \"$TALLY\" -f tsv\n");
  screen.wait_for_row("Enter a word:").press("fo");
  screen.wait_for_row(prompt + "fo").press("\x1a");
  screen.wait_for("Stopped").wait_for_row("$").press(
      "stty -g | cmp - before && echo the same\n");
  screen.wait_for("\nthe same\n").wait_for_row("$").press("fg\n");
  screen.wait_for_row(prompt + "fo").press(std::string{control_d} + "o");
  screen.wait_for_row(prompt + "foo").press("\n");
  screen.wait_for("is now 1").wait_for_row("Enter a word:").press(control_d);
  screen.wait_for("1\tfoo\n").wait_for_row("$").press("exit\n");
  CHECK(screen.status() == 0);
}

TEST_CASE("a line of several rows is shown once after a stop", "[cli][pty]") {
  terminal screen{{"/bin/sh", "-i"}, {{"PS1=$ "}, 20, 24}};
  screen.wait_for_row("$").press("\"$TALLY\"\n");
  screen.wait_for_row("Enter a word:").press("one two three four five");
  screen.wait_for_row("o three four five").press("\x1a");
  screen.wait_for("Stopped").wait_for_row("$").press("fg\n");
  screen.wait_for_row("o three four five").press("!");
  screen.wait_for_row("o three four five!");
  auto rows = screen.rows();
  CHECK(std::ranges::count(rows, prompt + "one tw") == 2);
}

} // namespace tally::test
