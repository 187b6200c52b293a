#include "tests/catch.hpp"
#include "tests/command.hpp"

#include <fstream>
#include <iterator>

namespace tally::test {

namespace {

using arguments = std::vector<std::string>;

/// Returns what `tally explain` tells of `text`.
std::string explained(arguments args, std::string text) {
  args.insert(args.begin(), "explain");
  auto run = tally(std::move(args)).with_input(std::move(text)).run();
  CHECK(run.err == "");
  CHECK(run.status == 0);
  return run.out;
}

std::string repeated(const std::string& word, int n) {
  std::string result;
  for (int i = 0; i < n; ++i)
    result += word + ' ';
  return result;
}

const std::string book = repeated("don't", 7) + repeated("Don't,", 4)
                         + repeated("(DON'T)", 1) + "donut The whale";

} // namespace

TEST_CASE("a word is explained by its spellings and their rules",
          "[cli][explain]") {
  CHECK(explained({"-w", "text", "-i", "don't"}, book)
        == "7\tdon't\tdon't\t\n"
           "4\tdon't\tDon't\tcase folding\n"
           "1\tdon't\tDON'T\tcase folding\n");
  CHECK(explained({"-f", "table", "-w", "text", "-i", "don't"}, book)
        == "12  don't\n"
           "     7  don't\n"
           "     4  Don't  case folding\n"
           "     1  DON'T  case folding\n");
}

TEST_CASE("the explanation in README.md is true", "[cli][explain]") {
  auto run = tally({"explain", "-ftable", "-i", "-w", "text", "--in",
                    "book.txt", "don't", "the"})
                 .with_file("book.txt", book + " the don\u2019t Don\u2019t")
                 .run();
  std::ifstream file{TALLY_README, std::ios::binary};
  std::string readme{std::istreambuf_iterator<char>{file}, {}};
  CAPTURE(run.out);
  CHECK(readme.find("\n$ tally explain -i -w text --in book.txt \"don't\" "
                    "the\n"
                    + run.out + "```\n")
        != readme.npos);
}

TEST_CASE("where rules change nothing, a word explains itself",
          "[cli][explain]") {
  CHECK(explained({"Don't,", "Don't"}, book)
        == "4\tDon't,\tDon't,\t\n0\tDon't\t\t\n");
}

TEST_CASE("a word is explained once, in whatever spelling it is named",
          "[cli][explain]") {
  auto once = explained({"-wtext", "-i", "don't"}, book);
  CHECK(explained({"-wtext", "-i", "DON\u2019T", "don't", "Don't!"}, book)
        == once);
}

TEST_CASE("words are explained in the order they are named", "[cli][explain]") {
  CHECK(explained({"-i", "b", "A", "c"}, "a B A B b c B")
        == "3\tb\tB\tcase folding\n1\tb\tb\t\n"
           "1\ta\tA\tcase folding\n1\ta\ta\t\n1\tc\tc\t\n");
}

TEST_CASE("all words in an operand are explained", "[cli][explain]") {
  std::string text = "well-known well";
  CHECK(explained({"-wtext", "well-known"}, text)
        == "2\twell\twell\t\n1\tknown\tknown\t\n");
  CHECK(explained({"-wline", "well-known well"}, text)
        == "1\twell-known well\twell-known well\t\n");
  CHECK(explained({"well-known well"}, text)
        == "1\twell-known\twell-known\t\n1\twell\twell\t\n");
}

TEST_CASE("spellings in Unicode are explained", "[cli][explain]") {
  std::string text = "na\u00EFve nai\u0308ve NAI\u0308VE don\u2019t don't "
                     "Stra\u00DFe STRASSE strasse";
  CHECK(explained({"-wtext", "-i", "na\u00EFve", "don't", "stra\u00DFe"}, text)
        == "1\tna\u00EFve\tNAI\u0308VE\tcase folding, nfc\n"
           "1\tna\u00EFve\tnai\u0308ve\tnfc\n"
           "1\tna\u00EFve\tna\u00EFve\t\n"
           "1\tdon't\tdon't\t\n"
           "1\tdon't\tdon\u2019t\ttypographic apostrophe\n"
           "1\tstrasse\tSTRASSE\tcase folding\n"
           "1\tstrasse\tStra\u00DFe\tcase folding\n"
           "1\tstrasse\tstrasse\t\n");
  CHECK(explained({"nai\u0308ve"}, text) == "1\tnai\u0308ve\tnai\u0308ve\t\n");
  CHECK(explained({"--normalize=nfkc", "fi"}, "\uFB01 fi")
        == "1\tfi\tfi\t\n1\tfi\t\uFB01\tnfkc\n");
}

TEST_CASE("a table keeps its columns in any script", "[cli][explain]") {
  CHECK(explained({"-ftable", "-i", "\uFF41", "x", "\u1E9E"},
                  "\uFF21 \uFF41 \uFF41 SS \u1E9E \xff")
        == "3  \uFF41\n"
           "    2  \uFF41\n"
           "    1  \uFF21  case folding\n"
           "0  x\n"
           "2  ss\n"
           "    1  SS  case folding\n"
           "    1  \u1E9E   case folding\n");
}

TEST_CASE("words left out are told, and by what", "[cli][explain]") {
  auto run = tally({"explain", "-wtext", "-i", "--stop-words", "list",
                    "--min-length=4", "--exclude=^w", "--in", "t", "The",
                    "whale", "Donut", "none"})
                 .with_file("list", "the")
                 .with_file("t", book)
                 .run();
  CHECK(run.out
        == "0\tthe\t\tleft out by --stop-words, --min-length\n"
           "0\twhale\t\tleft out by --exclude\n"
           "1\tdonut\tdonut\t\n"
           "0\tnone\t\t\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
  CHECK(explained({"-ftable", "--max-length=3", "whale", "foo"}, book)
        == "0  whale  left out by --max-length\n0  foo\n");
}

TEST_CASE("bytes that are not UTF-8 are explained byte for byte",
          "[cli][explain]") {
  CHECK(explained({"-i", "A\xff"}, "a\xff A\xff a\xff \xff")
        == "2\ta\xff\ta\xff\t\n1\ta\xff\tA\xff\tcase folding\n");
}

TEST_CASE("an explanation in json is read back by jq", "[cli][explain]") {
  auto run = shell("\"$TALLY\" explain -f json -i --stop-words list --in t "
                   "the 'a\xff\"' | jq -c '.rules.ignore_case, .words[]'")
                 .with_file("list", "the")
                 .with_file("t", "A\xff\" the")
                 .run();
  CHECK(
      run.out
      == "\"true\"\n"
         "{\"word\":\"the\",\"count\":0,\"left_out_by\":[\"--stop-words\"],"
         "\"spellings\":[]}\n"
         "{\"word\":\"a\uFFFD\\\"\",\"bytes\":\"61ff22\",\"count\":1,"
         "\"left_out_by\":[],\"spellings\":[{\"spelling\":\"A\uFFFD\\\"\","
         "\"bytes\":\"41ff22\",\"count\":1,\"rules\":[\"case folding\"]}]}\n");
  CHECK(run.err == "");
}

TEST_CASE("an explanation in csv has quotes where they are needed",
          "[cli][explain]") {
  std::string text = "a,\t\"b\"\nA,\t\"B\"\nA,\t\"B\"\n";
  CHECK(explained({"-fcsv", "-wline", "-i", "a,\t\"b\""}, text)
        == "count,word,spelling,rules\r\n"
           "2,\"a,\t\"\"b\"\"\",\"A,\t\"\"B\"\"\",case folding\r\n"
           "1,\"a,\t\"\"b\"\"\",\"a,\t\"\"b\"\"\",\r\n");
}

TEST_CASE("headings are bold where there are colors", "[cli][explain]") {
  CHECK(explained({"-ftable", "--color=always", "a"}, "a")
        == "\x1b[1m1  a\x1b[0m\n    1  a\n");
}

} // namespace tally::test
