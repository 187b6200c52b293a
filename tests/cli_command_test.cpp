#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/pty.hpp"

namespace tally::test {

namespace {

const std::string binary = TALLY_BINARY;
const std::string prompt = "Enter a word: ";

} // namespace

TEST_CASE("every command does on a terminal what :help says", "[cli][pty]") {
  terminal screen{{binary, "-f", "tsv"}};
  screen.enter(":help").wait_for("\n:quit ");
  screen.enter("the foo the").enter(":top 1");
  screen.wait_for("\n2\tthe\n");
  screen.enter(":count foo").wait_for("\nWord: foo, count is 1\n");
  screen.enter(":totals").wait_for("\n3 words, 2 different\n");
  screen.enter(":undo").wait_for("\nTook back word: foo, count is now 0\n");
  screen.enter(":add 5 foo").wait_for("\nAdded word: foo, count is now 5\n");
  screen.enter(":take 2 foo")
      .wait_for("\nTook back word: foo, count is now 3\n");
  screen.enter(":save counts")
      .wait_for("\nSaved the counts of 1 word to 'counts'.\n");
  screen.enter(":load counts")
      .wait_for("\nAdded 3 words from 'counts', 1 of them different.\n");
  screen.enter(":reset").wait_for("\nForget all counts? Type yes or no: ");
  screen.press("no\n").wait_for("\nNothing was forgotten.\n");
  screen.enter(":reset").wait_for("\nForget all counts? Type yes or no: ");
  screen.press("yes\n").wait_for("\nForgot 6 words.\n");
  screen.enter("\\:quit").wait_for("\nAdded word: :quit, count is now 1\n");
  screen.enter(":quit");
  CHECK(screen.status() == 0);
  CHECK(screen.text().ends_with("\n1\t:quit\n"));
}

TEST_CASE("commands work through a pipe, without prompts", "[cli]") {
  auto run = tally({"--interactive"})
                 .with_input("the foo the\n:undo\n:add 2 foo\n:reset\nno\n"
                             ":save counts table\n:totals\n:quit\nbar\n")
                 .run();
  CHECK(run.out
        == "Added word: the, count is now 1\n"
           "Added word: foo, count is now 1\n"
           "Added word: the, count is now 2\n"
           "Took back word: the, count is now 1\n"
           "Took back word: foo, count is now 0\n"
           "Took back word: the, count is now 0\n"
           "Added word: foo, count is now 2\n"
           "Nothing was forgotten.\n"
           "Saved the counts of 1 word to 'counts'.\n"
           "2 words, 1 different\n"
           "2\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("counts saved are those that batch prints", "[cli]") {
  auto run = shell("printf 'the foo the\\n:save a b\\n:reset\\nyes\\n"
                   ":load a b\\n' | \"$TALLY\" --interactive | tail -n 2\n"
                   "printf 'the foo the' | \"$TALLY\" | cmp - 'a b'\n")
                 .run();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  CHECK(run.status == 0);
}

TEST_CASE("counts saved as json tell the rules they were made by", "[cli]") {
  auto run = shell("printf 'The the\\n:save mine json\\n' |"
                   " \"$TALLY\" --interactive -w text -i > answers\n"
                   "printf 'The the' | \"$TALLY\" -w text -i -f json |"
                   " cmp - mine\n"
                   "echo :load mine | \"$TALLY\" --interactive\n")
                 .run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: 'mine' was counted by other rules than those here. Start "
           "tally with the same options to load it. Nothing was added.\n");
  CHECK(run.status == 1);
}

TEST_CASE("a file that cannot be saved calls for another", "[cli]") {
  auto run = tally({"--interactive"}).with_input(":save no/where\n").run();
  CHECK(run.err
        == "tally: cannot write the counts to 'no/where': No such file or "
           "directory. Name another file.\n");
}

TEST_CASE("no count runs over", "[cli]") {
  auto run = tally({"--interactive"})
                 .with_input(":add 18446744073709551615 foo\nfoo\n")
                 .run();
  CHECK(run.out
        == "Added word: foo, count is now 18446744073709551615\n"
           "18446744073709551615\tfoo\n");
  CHECK(run.err
        == "tally: 'foo' was not counted. No more than 18446744073709551615 "
           "words can be counted.\n");
  CHECK(run.status == 1);
}

TEST_CASE("a command that is mistyped is no word and no failure", "[cli]") {
  auto run = tally({"--interactive"}).with_input(":hlep\n:add foo\n").run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: There is no command ':hlep'. Type ':help' for those there "
           "are, or '\\:hlep' to count it as a word.\n"
           "tally: Type ':add N WORD' to count N more occurrences of WORD.\n");
  CHECK(run.status == 0);
}

TEST_CASE("lines are added and taken back as they were typed", "[cli]") {
  auto run = tally({"--interactive", "-w", "line"})
                 .with_input("a foo\n:add 2 a foo\nbar\n:take 1 bar\n")
                 .run();
  CHECK(run.out
        == "Added word: a foo, count is now 1\n"
           "Added word: a foo, count is now 3\n"
           "Added word: bar, count is now 1\n"
           "Took back word: bar, count is now 0\n3\ta foo\n");
}

TEST_CASE("a line of which all was left out can be undone", "[cli]") {
  auto run = tally({"--interactive", "--exclude", "the", "-f", "json"})
                 .with_input("foo\nthe\n:undo\n")
                 .run();
  CAPTURE(run.out);
  CHECK(run.out.find("The last line counted nothing.\n{") != run.out.npos);
  CHECK(run.out.find("\"read\": 1, \"tokens\": 1") != run.out.npos);
  CHECK(run.out.find("\"pattern\": 0}") != run.out.npos);
}

TEST_CASE("a compressed file can be loaded, and one named like a stream",
          "[cli]") {
  auto run = shell("printf '2\\tfoo\\n' | gzip > packed\n"
                   "printf '1\\tbar\\n' > ./-\n"
                   "printf ':load packed\\n:load -\\n' |"
                   " \"$TALLY\" --interactive\n")
                 .run();
  CHECK(run.out
        == "Added 2 words from 'packed', 1 of them different.\n"
           "Added 1 word from '-', 1 of them different.\n2\tfoo\n1\tbar\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("a file that cannot be loaded or saved is a failure", "[cli]") {
  for (auto line : {":load nowhere", ":save no/where", ":load text"}) {
    CAPTURE(line);
    auto run = tally({"--interactive"})
                   .with_file("text", "foo bar\n")
                   .with_input(std::string{line} + "\nfoo\n")
                   .run();
    CHECK(run.out == "Added word: foo, count is now 1\n1\tfoo\n");
    CHECK(run.err.starts_with("tally: "));
    CHECK(run.status == 1);
  }
}

} // namespace tally::test
