#include "tests/catch.hpp"
#include "tests/command.hpp"

namespace tally::test {

TEST_CASE("a conversation through a pipe has no prompts", "[cli]") {
  auto run
      = tally({"--interactive"}).with_input("foo\nbar foo\n\n \t\nfoo\n").run();
  CHECK(run.out
        == "Added word: foo, count is now 1\n"
           "Added word: bar, count is now 1\n"
           "Added word: foo, count is now 2\n"
           "Added word: foo, count is now 3\n"
           "3\tfoo\n"
           "1\tbar\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("quit alone on a line ends a conversation", "[cli]") {
  auto run = tally({"--interactive"}).with_input("foo\n quit \nbar\n").run();
  CHECK(run.out == "Added word: foo, count is now 1\n1\tfoo\n");
  CHECK(run.status == 0);
}

TEST_CASE("quit can be counted in a conversation", "[cli]") {
  auto run = tally({"--interactive"})
                 .with_input("\\quit\nquit quit\nquit foo\nquit\n")
                 .run();
  CHECK(run.out
        == "Added word: quit, count is now 1\n"
           "Added word: quit, count is now 2\n"
           "Added word: quit, count is now 3\n"
           "Added word: quit, count is now 4\n"
           "Added word: foo, count is now 1\n"
           "4\tquit\n"
           "1\tfoo\n");
}

TEST_CASE("a conversation finds words by the rule of batch", "[cli]") {
  auto run = tally({"--interactive"})
                 .with_input("a\xc2\xa0"
                             "b\xe3\x80\x80"
                             "a\t\xff\r\nThe, the\n")
                 .run();
  CHECK(run.out
        == "Added word: a, count is now 1\n"
           "Added word: b, count is now 1\n"
           "Added word: a, count is now 2\n"
           "Added word: \xff, count is now 1\n"
           "Added word: The,, count is now 1\n"
           "Added word: the, count is now 1\n"
           "2\ta\n1\tThe,\n1\tb\n1\tthe\n1\t\xff\n");
}

TEST_CASE("the last line of a conversation needs no line end", "[cli]") {
  auto run = tally({"--interactive"}).with_input("foo").run();
  CHECK(run.out == "Added word: foo, count is now 1\n1\tfoo\n");
}

TEST_CASE("a conversation without input ends at once", "[cli]") {
  for (auto script : {"\"$TALLY\" --interactive < /dev/null",
                      "\"$TALLY\" --interactive <&-"}) {
    CAPTURE(script);
    CHECK(shell(script).run().out == "");
  }
}

TEST_CASE("a conversation goes on from the counts of the files", "[cli]") {
  auto run = tally({"--interactive", "a"})
                 .with_file("a", "foo foo bar")
                 .with_input("foo\nquit\n")
                 .run();
  CHECK(run.out == "Added word: foo, count is now 3\n3\tfoo\n1\tbar\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("the options for reports hold after a conversation", "[cli]") {
  auto run = tally({"--interactive", "--top", "1", "--format", "table"})
                 .with_input("foo bar bar\n")
                 .run();
  CHECK(run.out
        == "Added word: foo, count is now 1\n"
           "Added word: bar, count is now 1\n"
           "Added word: bar, count is now 2\n"
           "rank  count  percent  word\n"
           "   1      2   66.67%  bar\n");
}

TEST_CASE("each answer comes before the next line is read", "[cli]") {
  // The second line is written when the answer to the first has been read.
  auto run = shell("mkfifo lines answers\n"
                   "\"$TALLY\" --interactive < lines > answers &\n"
                   "exec 3> lines 4< answers\n"
                   "echo foo >&3; read answer <&4; echo \"$answer\"\n"
                   "echo bar >&3; read answer <&4; echo \"$answer\"\n"
                   "exec 3>&-; cat <&4\n")
                 .run();
  CHECK(run.out
        == "Added word: foo, count is now 1\n"
           "Added word: bar, count is now 1\n"
           "1\tbar\n1\tfoo\n");
}

} // namespace tally::test
