#include "tests/catch.hpp"
#include "tests/command.hpp"

#include <algorithm>
#include <regex>

namespace tally::test {

namespace {

/// Counts a text in which "the" occurs 12 times, "B" 3 times, "a" and "b" once.
outcome with_options(std::vector<std::string> options) {
  return tally(std::move(options))
      .with_input("b the the the the the the the the the the the the a B B B")
      .run();
}

} // namespace

TEST_CASE("top prints the first words only", "[cli]") {
  CHECK(with_options({"--top", "2"}).out == "12\tthe\n3\tB\n");
  CHECK(with_options({"-n3"}).out == "12\tthe\n3\tB\n1\ta\n");
  CHECK(with_options({"--top=100"}).out == "12\tthe\n3\tB\n1\ta\n1\tb\n");
}

TEST_CASE("the number of words to print is decimal", "[cli]") {
  auto run = tally({"--top", "010"}).with_input("a b c d e f g h i j k").run();
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 10);
  CHECK(with_options({"--top", "0x2"}).status == 2);
}

TEST_CASE("min-count leaves out rare words", "[cli]") {
  CHECK(with_options({"--min-count", "3"}).out == "12\tthe\n3\tB\n");
  CHECK(with_options({"-m", "4", "-n", "2"}).out == "12\tthe\n");
  auto run = with_options({"--min-count", "13"});
  CHECK(run.out == "");
  CHECK(run.status == 0);
}

TEST_CASE("sort chooses the order", "[cli]") {
  CHECK(with_options({"--sort", "word"}).out == "3\tB\n1\ta\n1\tb\n12\tthe\n");
  CHECK(with_options({"-s", "count"}).out == "12\tthe\n3\tB\n1\ta\n1\tb\n");
}

TEST_CASE("format chooses the layout", "[cli]") {
  CHECK(with_options({"--format", "table"}).out
        == "rank  count  percent  word\n"
           "   1     12   70.59%  the\n"
           "   2      3   17.65%  B\n"
           "   3      1    5.88%  a\n"
           "   4      1    5.88%  b\n");
  CHECK(with_options({"-f", "tsv"}).out == "12\tthe\n3\tB\n1\ta\n1\tb\n");
}

TEST_CASE("output goes to a file when asked", "[cli]") {
  auto run = shell("\"$TALLY\" -o counts words && echo done && cat counts")
                 .with_file("words", "the foo the")
                 .run();
  CHECK(run.out == "done\n2\tthe\n1\tfoo\n");
  CHECK(run.err == "");
}

TEST_CASE("output replaces what was in the file", "[cli]") {
  auto run = shell("\"$TALLY\" --output counts words && cat counts")
                 .with_file("words", "foo")
                 .with_file("counts", "much longer than the counts")
                 .run();
  CHECK(run.out == "1\tfoo\n");
}

TEST_CASE("output may replace the input", "[cli]") {
  auto run = shell("\"$TALLY\" -o words words && cat words")
                 .with_file("words", "the foo the and some more words")
                 .run();
  CHECK(run.out == "2\tthe\n1\tand\n1\tfoo\n1\tmore\n1\tsome\n1\twords\n");
}

TEST_CASE("version tells the versions of tally and CAF", "[cli]") {
  auto run = tally({"--version"}).run();
  std::regex line{R"(tally \d+\.\d+\.\d+ \(CAF \d+\.\d+\.\d+\)\n)"};
  CAPTURE(run.out);
  CHECK(std::regex_match(run.out, line));
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("help tells all options", "[cli]") {
  auto run = tally({"--help"}).run();
  for (auto option : {"-n",
                      "--top",
                      "-m",
                      "--min-count",
                      "-s",
                      "--sort",
                      "-f",
                      "--format",
                      "-j",
                      "--threads",
                      "-o",
                      "--output",
                      "--interactive",
                      "--percent",
                      "--words",
                      "--ignore-case",
                      "--in",
                      "--ngram",
                      "--cumulative",
                      "--other",
                      "--color",
                      "--stats",
                      "--no-progress",
                      "--version",
                      "--help"}) {
    CAPTURE(option);
    CHECK(run.out.find(option) != std::string::npos);
  }
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("wrong options are refused with a sentence that names them",
          "[cli]") {
  const std::vector<std::vector<std::string>> wrong{
      {"--bogus"},
      {"-Z"},
      {"--top", "-1"},
      {"--top", "abc"},
      {"--top", "3x"},
      {"--top", "1.5"},
      {"--top", "1e3"},
      {"--top", ""},
      {"--top"},
      {"-n", "many"},
      {"--min-count", "-5"},
      {"--min-count", "x"},
      {"--threads", "0"},
      {"--threads", "-1"},
      {"--threads", "abc"},
      {"-j0"},
      {"--sort", "size"},
      {"--sort"},
      {"--format", "nons"},
      {"--format", "TSV"},
      {"--color", "red"},
      {"--output"},
      {"--caf#help"},
      {"--dump-config"},
  };
  for (auto& options : wrong) {
    CAPTURE(options);
    auto run = with_options(options);
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err.starts_with("tally: "));
    CHECK(run.err.find(options.front().substr(2)) != std::string::npos);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
    CHECK(run.err.size() < 160);
  }
}

TEST_CASE("any name is the name of a file", "[cli]") {
  for (auto name : {"[a]", "[a,b]", "[]", "{a}", "++", "+", "a b", "*", "a=b",
                    "%", "\\", "\"", "[", "]", "'"}) {
    CAPTURE(name);
    auto run = tally({"-n", "3", name}).with_file(name, "foo").run();
    CHECK(run.out == "1\tfoo\n");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("an empty name is no file", "[cli]") {
  auto run = tally({""}).with_input("foo").run();
  CHECK(run.out == "");
  CHECK(run.err.starts_with("tally: '' cannot be read"));
  CHECK(run.status == 1);
}

TEST_CASE("every name after two dashes is the name of a file", "[cli]") {
  for (auto name : {"-n", "--", "--stats", "-5", "--top=1", "--bogus"}) {
    CAPTURE(name);
    auto run = tally({"--", name}).with_file(name, "foo").run();
    CHECK(run.out == "1\tfoo\n");
    CHECK(run.err == "");
  }
}

TEST_CASE("what looks like an option is none where a value has to be",
          "[cli]") {
  auto run = shell("\"$TALLY\" -o -- a && cat ./-- && \"$TALLY\" -o '[b]' a &&"
                   "cat '[b]'")
                 .with_file("a", "foo")
                 .run();
  CHECK(run.out == "1\tfoo\n1\tfoo\n");
  CHECK(run.err == "");
}

TEST_CASE("an option without its value, or given twice, is explained",
          "[cli]") {
  CHECK(with_options({"--top"}).err
        == "tally: --top needs a value. Try 'tally --help'.\n");
  CHECK(with_options({"-n"}).err
        == "tally: --top needs a value. Try 'tally --help'.\n");
  CHECK(with_options({"--sort", "word", "-s", "word"}).err
        == "tally: --sort may be given only once. Try 'tally --help'.\n");
  CHECK(with_options({"a", "--bogus", "b"}).err
        == "tally: There is no option --bogus. Try 'tally --help'.\n");
  CHECK(with_options({"a", "-5"}).err
        == "tally: There is no option -5. Try 'tally --help'.\n");
}

TEST_CASE("a wrong option leaves the output file alone", "[cli]") {
  auto run = shell("\"$TALLY\" -o counts --top abc words; cat counts")
                 .with_file("words", "foo")
                 .with_file("counts", "precious")
                 .run();
  CHECK(run.out == "precious");
}

} // namespace tally::test
