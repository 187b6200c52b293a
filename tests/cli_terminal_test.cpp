#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/pty.hpp"

namespace tally::test {

namespace {

const std::string binary = TALLY_BINARY;
constexpr auto control_d = "\x04";
const std::string heading = "rank  count  percent  word\n";

// A row of a table, with its bar on a terminal of 80 columns.
std::string row(const std::string& numbers, std::string word,
                const std::string& bar) {
  word.resize(29, ' ');
  return numbers + "  " + word + "  " + bar + "\n";
}

const std::string full_bar = "███████████████████████████";
const std::string half_bar = "█████████████▌";

std::vector<std::string> answers(const terminal& screen) {
  return screen.lines("Added word: ");
}

} // namespace

TEST_CASE("on a terminal words are asked for and answered", "[cli][pty]") {
  terminal screen{{binary}};
  screen.enter("foo").wait_for("\nAdded word: foo, count is now 1\n");
  screen.enter("foo").wait_for("\nAdded word: foo, count is now 2\n");
  screen.enter("quit");
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with(
      "\n" + heading + row("   1      2  100.00%", "foo", full_bar)));
}

TEST_CASE("each word of a line is answered with a line", "[cli][pty]") {
  terminal screen{{binary}};
  screen.enter("the foo  the").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(answers(screen)
        == std::vector<std::string>{"Added word: the, count is now 1",
                                    "Added word: foo, count is now 1",
                                    "Added word: the, count is now 2"});
  CHECK(screen.text().ends_with(
      "\n" + heading + row("   1      2   66.67%", "the", full_bar)
      + row("   2      1   33.33%", "foo", half_bar)));
}

TEST_CASE("an answer too long for a line breaks before the count",
          "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}, {{}, 20, 24}};
  screen.enter("the").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(screen.rows()
        == std::vector<std::string>{"Enter a word: the", "Added word: the,",
                                    "count is now 1", "Enter a word: quit",
                                    "1       the"});
}

TEST_CASE("an empty line on a terminal adds nothing", "[cli][pty]") {
  terminal screen{{binary}};
  screen.enter("").enter("  ").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(answers(screen).empty());
  CHECK(screen.text().find("count  percent") == std::string::npos);
}

TEST_CASE("Ctrl-D ends the conversation on a line of its own", "[cli][pty]") {
  terminal screen{{binary}};
  screen.enter("foo").wait_for("Enter a word: ").press(control_d);
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with(
      "\n" + heading + row("   1      1  100.00%", "foo", full_bar)));
}

TEST_CASE("Ctrl-D before any word ends with nothing counted", "[cli][pty]") {
  terminal screen{{binary}};
  screen.wait_for("Enter a word: ").press(control_d);
  CHECK(screen.status() == 0);
  CHECK(screen.text() == "Enter a word: \n");
}

TEST_CASE("quit can be counted on a terminal", "[cli][pty]") {
  terminal screen{{binary}};
  screen.enter("\\quit").enter("quit quit").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(answers(screen)
        == std::vector<std::string>{"Added word: quit, count is now 1",
                                    "Added word: quit, count is now 2",
                                    "Added word: quit, count is now 3"});
  CHECK(screen.text().ends_with(
      "\n" + heading + row("   1      3  100.00%", "quit", full_bar)));
}

TEST_CASE("a format may be chosen on a terminal", "[cli][pty]") {
  terminal screen{{binary, "--format", "tsv"}};
  screen.enter("foo").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with("\n1\tfoo\n"));
}

TEST_CASE("files are counted on a terminal without asking", "[cli][pty]") {
  terminal screen{
      {"/bin/sh", "-c", "echo the foo the > a; \"$TALLY\" a; echo $?"}};
  CHECK(screen.status() == 0);
  CHECK(screen.text()
        == heading + row("   1      2   66.67%", "the", full_bar)
               + row("   2      1   33.33%", "foo", half_bar) + "0\n");
}

TEST_CASE("a file gets no table unless asked", "[cli][pty]") {
  terminal screen{
      {"/bin/sh", "-c", "echo foo > a; \"$TALLY\" -o counts a; cat counts"}};
  CHECK(screen.status() == 0);
  CHECK(screen.text() == "1\tfoo\n");
}

TEST_CASE("nothing in a file can control the terminal", "[cli][pty]") {
  for (auto format : {"table", "tsv"}) {
    CAPTURE(format);
    terminal screen{{"/bin/sh", "-c",
                     "printf 'a\\033]0;b\\a\\302\\233c\\233d' > a; \"$TALLY\" "
                     "a --color never -f "
                         + std::string{format}}};
    CHECK(screen.status() == 0);
    CHECK(screen.rows().back().find("a^[]0;b^G\\u009bc\\x9bd")
          != std::string::npos);
    CHECK(screen.bytes().find('\x1b') == std::string::npos);
  }
}

TEST_CASE("nothing in the name of a file can control the terminal",
          "[cli][pty]") {
  terminal screen{{binary, "no\x1b]0;file\x07"}};
  CHECK(screen.status() == 1);
  CHECK(screen.text().find("no^[]0;file^G") != std::string::npos);
  CHECK(screen.bytes().find('\x1b') == std::string::npos);
}

TEST_CASE("a word in a pipe stays as it is", "[cli]") {
  auto run = shell("printf 'a\\033[2J' | \"$TALLY\" --format tsv").run();
  CHECK(run.out == "1\ta\x1b[2J\n");
}

TEST_CASE("a pipe is counted on a terminal without asking", "[cli][pty]") {
  terminal screen{{"/bin/sh", "-c", "echo foo | \"$TALLY\""}};
  CHECK(screen.status() == 0);
  CHECK(screen.text()
        == heading + row("   1      1  100.00%", "foo", full_bar));
}

TEST_CASE("a dash reads the terminal without asking", "[cli][pty]") {
  terminal screen{{binary, "-"}};
  screen.press("foo quit\nquit\n").press(control_d);
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with(
      heading + row("   1      2   66.67%", "quit", full_bar)
      + row("   2      1   33.33%", "foo", half_bar)));
  CHECK(screen.text().find("Enter a word") == std::string::npos);
}

TEST_CASE("prompts are seen when the counts go to a file", "[cli][pty]") {
  terminal screen{
      {"/bin/sh", "-c", "\"$TALLY\" > counts; echo; tail -n 1 counts"}};
  screen.enter("foo").enter("quit");
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with("\n1\tfoo\n"));
}

} // namespace tally::test
