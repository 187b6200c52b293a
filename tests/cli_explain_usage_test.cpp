#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/piped_program.hpp"
#include "tests/pty.hpp"

#include <algorithm>
#include <csignal>

namespace tally::test {

namespace {

using arguments = std::vector<std::string>;

} // namespace

TEST_CASE("words are looked for in files, compressed or not",
          "[cli][explain]") {
  auto run = tally({"explain", "-i", "--in", "a", "foo", "--in=b", "--in", "-",
                    "-j2"})
                 .with_file("a", "foo Foo")
                 .with_file("b", compressed("gzip -c", "FOO foo"))
                 .with_input("Foo")
                 .run();
  CHECK(run.out
        == "2\tfoo\tFoo\tcase folding\n2\tfoo\tfoo\t\n"
           "1\tfoo\tFOO\tcase folding\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("an explanation goes to a file when asked", "[cli][explain]") {
  auto run = shell("\"$TALLY\" explain -o a --in a foo && cat a")
                 .with_file("a", "foo and more than is told of it")
                 .run();
  CHECK(run.out == "1\tfoo\tfoo\t\n");
  CHECK(run.err == "");
}

TEST_CASE("explain is a command as the first operand only", "[cli][explain]") {
  for (auto script : {"\"$TALLY\" ./explain", "\"$TALLY\" -- explain",
                      "\"$TALLY\" empty explain"}) {
    CAPTURE(script);
    CHECK(shell(script)
              .with_file("explain", "foo")
              .with_file("empty", "")
              .run()
              .out
          == "1\tfoo\n");
  }
  CHECK(tally({"explain", "explain"}).with_input("explain").run().out
        == "1\texplain\texplain\t\n");
  CHECK(tally({"explain", "--", "--in", "merge", "-"})
            .with_input("merge --in -")
            .run()
            .out
        == "1\t--in\t--in\t\n1\tmerge\tmerge\t\n1\t-\t-\t\n");
}

TEST_CASE("what cannot be explained is refused with a sentence",
          "[cli][explain]") {
  struct refusal {
    arguments args;
    std::string sentence;
  };
  const std::vector<refusal> all{
      {{"explain"}, "Name the WORDs to explain. Try 'tally --help'."},
      {{"explain", "a", ""}, "Nothing in '' counts as a word by these rules."},
      {{"explain", "-wtext", "a", "..."}, "Nothing in '...' counts"},
      {{"explain", "a", "--top=1"}, "'tally explain' has no option --top."},
      {{"explain", "a", "-m1"}, "no option --min-count."},
      {{"explain", "a", "-sword"}, "no option --sort."},
      {{"explain", "a", "--percent"}, "no option --percent."},
      {{"explain", "a", "--cumulative"}, "no option --cumulative."},
      {{"explain", "a", "--other"}, "no option --other."},
      {{"explain", "a", "--ngram", "2"}, "no option --ngram."},
      {{"explain", "a", "--by-file"}, "no option --by-file."},
      {{"explain", "a", "--interactive"}, "no option --interactive."},
      {{"explain", "a", "--stats"}, "no option --stats."},
      {{"explain", "a", "--in"}, "--in needs a value."},
      {{"explain", "a", "--match", "("}, "makes no sense"},
      {{"--in", "a", "b"}, "Only 'tally explain' has an option --in."},
      {{"merge", "--in", "a", "b"}, "Only 'tally explain' has an option --in."},
  };
  for (auto& [args, sentence] : all) {
    CAPTURE(args);
    arguments script{"/bin/sh", "-c",
                     "\"$TALLY\" -o out \"$@\"; echo $?; cat out", "sh"};
    script.insert(script.end(), args.begin(), args.end());
    auto run
        = command{script}.with_file("out", "precious").with_input("a").run();
    CAPTURE(run.err);
    CHECK(run.out == "2\nprecious");
    CHECK(run.err.starts_with("tally: "));
    CHECK(run.err.find(sentence) != std::string::npos);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  }
}

TEST_CASE("a file that cannot be read does not keep others from being "
          "explained",
          "[cli][explain]") {
  auto run = tally({"explain", "--in", "missing", "--in", "a", "foo"})
                 .with_file("a", "foo")
                 .run();
  CHECK(run.out == "1\tfoo\tfoo\t\n");
  CHECK(run.err.starts_with("tally: 'missing' cannot be read"));
  CHECK(run.status == 1);
}

TEST_CASE("an explanation that cannot be written is a failure",
          "[cli][explain]") {
  auto run = tally({"explain", "-o", "no/where", "foo"}).run();
  CHECK(run.err.find("'no/where'") != std::string::npos);
  CHECK(run.status == 1);
}

TEST_CASE("a signal ends the search with the spellings so far",
          "[cli][explain]") {
  piped_program running{{"explain", "-i", "the"}};
  auto run = running.feed("the foo The fo").send(SIGINT).end();
  CHECK(run.out == "1\tthe\tThe\tcase folding\n1\tthe\tthe\t\n");
  CHECK(run.err.starts_with("tally: Interrupted. The counts are partial"));
  CHECK(run.status == 130);
}

TEST_CASE("a terminal gets a table that nothing in words can control",
          "[cli][explain][pty]") {
  terminal screen{{"/bin/sh", "-c",
                   "printf 'a\\033[31m A\\033[31m \\377' > t; \"$TALLY\" "
                   "explain --color never -i --in t \"$(printf "
                   "'a\\033[31m')\" \"$(printf '\\377')\""}};
  CHECK(screen.status() == 0);
  CHECK(screen.bytes().find('\x1b') == std::string::npos);
  CHECK(screen.text()
        == "2  a^[[31m\n"
           "    1  A^[[31m  case folding\n"
           "    1  a^[[31m\n"
           "1  \\xff\n"
           "    1  \\xff\n");
}

TEST_CASE("other formats are made visible on a terminal, too",
          "[cli][explain][pty]") {
  for (std::string format : {"tsv", "csv", "json"}) {
    terminal screen{{"/bin/sh", "-c",
                     "printf 'a\\033[31m' > t; \"$TALLY\" explain --in t -f "
                         + format + " \"$(cat t)\""}};
    CHECK(screen.status() == 0);
    CHECK(screen.bytes().find('\x1b') == std::string::npos);
  }
}

TEST_CASE("text to be typed is asked for only by name", "[cli][explain][pty]") {
  terminal screen{{TALLY_BINARY, "explain", "foo"}};
  CHECK(screen.status() == 2);
  CHECK(screen.text()
        == "tally: Name the FILE to look for the WORDs in with --in, - to type "
           "text.\n");
  terminal typed{{TALLY_BINARY, "explain", "-ftsv", "--in", "-", "foo"}};
  typed.press("foo\n\x04");
  CHECK(typed.status() == 0);
  CHECK(typed.text().ends_with("1\tfoo\tfoo\t\n"));
}

} // namespace tally::test
