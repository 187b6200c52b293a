#include "tests/catch.hpp"
#include "tests/command.hpp"

namespace tally::test {

TEST_CASE("words that are typed obey the rules", "[cli][rules]") {
  auto run = tally({"--interactive", "-i", "-w", "text"})
                 .with_input("Don\u2019t, DON'T!\n:count \u201CdOn't\u201D\n"
                             ":add 3 Stra\u00DFe!\n:take 1 STRASSE\n...\n")
                 .run();
  CHECK(run.out
        == "Added word: don't, count is now 1\n"
           "Added word: don't, count is now 2\n"
           "Word: don't, count is 2\n"
           "Added word: strasse, count is now 3\n"
           "Took back word: strasse, count is now 2\n"
           "Nothing there counts as a word.\n"
           "2\tdon't\n2\tstrasse\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("words and sequences are left out of what is typed", "[cli][rules]") {
  auto run = tally({"--interactive", "--ngram=2", "--min-length=2", "a"})
                 .with_file("a", "to be")
                 .with_input("to be\na to be\n:count to be\nto\nbe\n")
                 .run();
  CHECK(run.out
        == "Added word: to be, count is now 2\n"
           "Added word: to be, count is now 3\n"
           "Word: to be, count is 3\n"
           "Added word: be to, count is now 1\n"
           "Added word: to be, count is now 4\n"
           "4\tto be\n1\tbe to\n");
}

TEST_CASE("sequences go on from one typed line to the next", "[cli][rules]") {
  std::string text = "to\n\nbe or\nnot x to be\n";
  auto run = tally({"--interactive", "--ngram=3", "--exclude=x"})
                 .with_input(text + "quit\n")
                 .run();
  CHECK(run.out
        == "No sequence of words ends there.\n"
           "Added word: to be or, count is now 1\n"
           "Added word: be or not, count is now 1\n"
           "1\tbe or not\n1\tto be or\n");
  auto piped = tally({"--ngram=3", "--exclude=x"}).with_input(text).run();
  CHECK(piped.out == "1\tbe or not\n1\tto be or\n");
}

TEST_CASE("what is undone is in no sequence", "[cli][rules]") {
  auto run = tally({"--interactive", "--ngram=2", "--exclude=x"})
                 .with_input("to be\nor or\nx\n:undo\n:undo\n:undo\nnot\n"
                             ":add 2 a b\nto\n")
                 .run();
  CHECK(run.out
        == "Added word: to be, count is now 1\n"
           "Added word: be or, count is now 1\n"
           "Added word: or or, count is now 1\n"
           "Nothing there counts as a word.\n"
           "The last line counted nothing.\n"
           "Took back word: be or, count is now 0\n"
           "Took back word: or or, count is now 0\n"
           "Took back word: to be, count is now 0\n"
           "No sequence of words ends there.\n"
           "Added word: a b, count is now 2\n"
           "Added word: not to, count is now 1\n"
           "2\ta b\n1\tnot to\n");
}

TEST_CASE("typed lines end with LF or CR LF, too", "[cli][rules]") {
  auto run = tally({"--interactive", "-w", "line"})
                 .with_input("a b\r\na b\n\r\nx\ry\r\n:count a b\r\nz\r")
                 .run();
  CHECK(run.out
        == "Added word: a b, count is now 1\n"
           "Added word: a b, count is now 2\n"
           "Added word: x\ry, count is now 1\n"
           "Word: a b, count is 2\n"
           "Added word: z\r, count is now 1\n"
           "2\ta b\n1\tx\ry\n1\tz\r\n");
}

TEST_CASE("words left out of typed sequences are told once", "[cli][rules]") {
  auto run = tally({"--interactive", "--ngram=2", "--exclude=x", "-fjson"})
                 .with_input("to x be\nor x\nx not\n:undo\n")
                 .run();
  CAPTURE(run.out);
  CHECK(run.out.find("\"left_out\": {\"stop_words\": 0, \"length\": 0, "
                     "\"pattern\": 2}")
        != std::string::npos);
}

} // namespace tally::test
