#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"

namespace tally::test {

TEST_CASE("standard input is counted when there are no files", "[cli]") {
  auto run = tally({}).with_input("the foo the").run();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("a dash stands for standard input", "[cli]") {
  auto run
      = tally({"a", "-"}).with_file("a", "the").with_input("foo the").run();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  CHECK(run.status == 0);
}

TEST_CASE("files are not mixed up with standard input", "[cli]") {
  auto run = tally({"a"}).with_file("a", "the").with_input("foo").run();
  CHECK(run.out == "1\tthe\n");
}

TEST_CASE("the counts of several files add up", "[cli]") {
  auto run = tally({"a", "b", "a"})
                 .with_file("a", "the foo\n")
                 .with_file("b", "foo bar\n")
                 .run();
  CHECK(run.out == "3\tfoo\n2\tthe\n1\tbar\n");
  CHECK(run.status == 0);
}

TEST_CASE("a word does not go on in the next file", "[cli]") {
  auto run = tally({"a", "b", "c"})
                 .with_file("a", "foo")
                 .with_file("b", "bar\xc2")
                 .with_file("c", "\xa0")
                 .run();
  CHECK(run.out == "1\tbar\xc2\n1\tfoo\n1\t\xa0\n");
}

TEST_CASE("a file may have the name of an option or of stdin", "[cli]") {
  auto run = tally({"./-", "--", "--top"})
                 .with_file("-", "dash")
                 .with_file("--top", "option")
                 .run();
  CHECK(run.out == "1\tdash\n1\toption\n");
}

TEST_CASE("empty input gives empty output", "[cli]") {
  for (auto text : {"", " ", "\n\n\t \n"}) {
    auto run = tally({}).with_input(text).run();
    CHECK(run.out == "");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
  auto run = tally({"a", "b"}).with_file("a", "").with_file("b", "\n").run();
  CHECK(run.out == "");
  CHECK(run.status == 0);
}

TEST_CASE("words that occur equally often are in the order of their bytes",
          "[cli]") {
  auto run = tally({}).with_input("b a \xff \xc3\xa9 B ab Z a\x01 \x7f").run();
  CHECK(run.out
        == "1\tB\n1\tZ\n1\ta\n1\ta\x01\n1\tab\n1\tb\n1\t\x7f\n"
           "1\t\xc3\xa9\n1\t\xff\n");
}

TEST_CASE("quit is a word like any other in batch", "[cli]") {
  auto run = tally({}).with_input("quit\n\\quit\nfoo quit\n").run();
  CHECK(run.out == "2\tquit\n1\t\\quit\n1\tfoo\n");
  CHECK(run.status == 0);
}

TEST_CASE("the locale does not matter", "[cli]") {
  auto text = generator{1}.text(20'000);
  for (auto locale : {"C", "C.UTF-8", "nowhere"}) {
    CAPTURE(locale);
    auto run = tally({})
                   .with_environment(std::string{"LC_ALL="} + locale)
                   .with_input(text)
                   .run();
    CHECK(difference(run.out, expected_counts(text)) == "");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("the number of threads does not matter", "[cli]") {
  auto text = prose(2, 1'500'000);
  for (auto threads : {"1", "2", "3", "8"}) {
    CAPTURE(threads);
    auto run = tally({"-j", threads}).with_input(text).run();
    CHECK(difference(run.out, expected_counts(text)) == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("files and named pipes and redirections count as a pipe does",
          "[cli]") {
  auto text = prose(3, 600'000);
  for (auto script :
       {"\"$TALLY\" text", "\"$TALLY\" < text", "\"$TALLY\" /dev/stdin < text",
        "mkfifo p; cat text > p & \"$TALLY\" p"}) {
    CAPTURE(script);
    auto run = shell(script).with_file("text", text).run();
    CHECK(difference(run.out, expected_counts(text)) == "");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("a configuration file that happens to lie there is not read",
          "[cli]") {
  auto run = tally({"a"})
                 .with_file("caf-application.ini", "[nonsense\n")
                 .with_file("caf-application.conf", "nonsense {\n")
                 .with_file("a", "foo")
                 .run();
  CHECK(run.out == "1\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

} // namespace tally::test
