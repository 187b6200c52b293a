#include "app/terminal/wrapped_text.hpp"

#include "tests/catch.hpp"

using namespace tally;

TEST_CASE("long lines are broken between words", "[prompt]") {
  CHECK(wrapped("one two three", 7) == "one two\nthree");
  CHECK(wrapped("one two three", 12) == "one two\nthree");
  CHECK(wrapped("one two three", 13) == "one two three");
  CHECK(wrapped("seventeen four", 3) == "seventeen\nfour");
}

TEST_CASE("lines that fit stay as they are", "[prompt]") {
  CHECK(wrapped("", 1).empty());
  CHECK(wrapped("a  b\n\n  c\n", 4) == "a  b\n\n  c\n");
}

TEST_CASE("what follows a break is indented like its line", "[prompt]") {
  CHECK(wrapped(":top\n  print words\nx", 9) == ":top\n  print\n  words\nx");
}
