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

TEST_CASE("the totals in json balance after a conversation", "[cli]") {
  auto totals = [](const std::string& typed) {
    auto run = shell("\"$TALLY\" --interactive --max-length 3 --exclude '[0-9]'"
                     " -f json -o counts a > answers;"
                     " jq -c '.totals | .read, .tokens, .left_out.length,"
                     " .left_out.pattern' counts | tr '\\n' ' '")
                   .with_file("a", "one three 2 one")
                   .with_input(typed)
                   .run();
    CHECK(run.err == "");
    return run.out;
  };
  CHECK(totals("") == "4 2 1 1 ");
  CHECK(totals("foo 3 longer\nfour\n") == "8 3 3 2 ");
  CHECK(totals(":count one longer 3\n:add 5 foo\n:take 1 one\n") == "8 6 1 1 ");
  CHECK(totals("foo 3 longer\n:undo\n") == "4 2 1 1 ");
  CHECK(totals(":take 2 one\n:undo\n") == "4 2 1 1 ");
  CHECK(totals(":reset\nyes\nfoo 3\n") == "2 1 0 1 ");
}

TEST_CASE("json saved at the prompt tells its rules and balances", "[cli]") {
  auto run = shell("printf 'The longer the\\n:save counts json\\n' |"
                   " \"$TALLY\" -i --max-length 3 --interactive > answers;"
                   " jq -c .rules.ignore_case,.totals counts;"
                   " printf ':load counts\\n' |"
                   " \"$TALLY\" -i --max-length 3 --interactive")
                 .run();
  CHECK(run.out
        == "\"true\"\n{\"read\":3,\"tokens\":2,\"left_out\":{\"stop_words\":0,"
           "\"length\":1,\"pattern\":0},\"distinct\":1}\n"
           "Added 2 words from 'counts', 1 of them different.\n2\tthe\n");
  CHECK(run.err == "");
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
