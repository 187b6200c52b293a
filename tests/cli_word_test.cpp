#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"

namespace tally::test {

using namespace std::literals;

TEST_CASE("every ASCII white space separates words", "[cli]") {
  auto run = tally({}).with_input("a b\tc\nd\ve\ff\rg\r\nh").run();
  CHECK(run.out == "1\ta\n1\tb\n1\tc\n1\td\n1\te\n1\tf\n1\tg\n1\th\n");
}

TEST_CASE("every Unicode white space separates words", "[cli]") {
  for (auto& space : long_spaces) {
    CAPTURE(space);
    auto text = "foo" + space + "bar" + space + space + "foo";
    auto run = tally({}).with_input(text).run();
    CHECK(run.out == "2\tfoo\n1\tbar\n");
  }
}

TEST_CASE("what merely resembles white space does not separate words",
          "[cli]") {
  // Zero width space, Mongolian vowel separator, word joiner, byte order mark,
  // Braille blank, control characters, and neighbours of white space.
  for (auto text : {"a\xe2\x80\x8b"
                    "b",
                    "a\xe1\xa0\x8e"
                    "b",
                    "a\xe2\x81\xa0"
                    "b",
                    "a\xef\xbb\xbf"
                    "b",
                    "a\xe2\xa0\x80"
                    "b",
                    "a\x08"
                    "b",
                    "a\x0e"
                    "b",
                    "a\x1c"
                    "b",
                    "a\x1f"
                    "b",
                    "a\x7f"
                    "b",
                    "a\xc2\x84"
                    "b",
                    "a\xc2\x86"
                    "b",
                    "a\xc2\xa1"
                    "b",
                    "a\xe2\x80\xa7"
                    "b",
                    "a\xe2\x80\xb0"
                    "b",
                    "a\xe3\x80\x81"
                    "b",
                    "a\xe1\x9a\x81"
                    "b",
                    "a\xe2\x81\x9e"
                    "b"}) {
    auto run = tally({}).with_input(text).run();
    CHECK(run.out == std::string{"1\t"} + text + "\n");
  }
}

TEST_CASE("bytes that are not UTF-8 stay in their word", "[cli]") {
  // Lone tails, a cut white space, overlong spaces, and a space in UTF-16.
  auto run = tally({})
                 .with_input(
                     "\x85 \xa0 a\xe3\x80 \xc0\xa0 \xe0\x80\xa0 \xff\xfe \0"s)
                 .run();
  CHECK(run.out
        == "1\t\0\n1\ta\xe3\x80\n1\t\x85\n1\t\xa0\n1\t\xc0\xa0\n"
           "1\t\xe0\x80\xa0\n1\t\xff\xfe\n"s);
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("NUL bytes are bytes like any other", "[cli]") {
  auto run = tally({}).with_input("a\0b a a\0b \0 \0\0"s).run();
  CHECK(run.out == "2\ta\0b\n1\t\0\n1\t\0\0\n1\ta\n"s);
}

TEST_CASE("the last word needs no line end", "[cli]") {
  CHECK(tally({}).with_input("foo\nfoo").run().out == "2\tfoo\n");
  CHECK(tally({}).with_input("foo\nfoo\n").run().out == "2\tfoo\n");
}

TEST_CASE("a word may be longer than any block", "[cli]") {
  std::string giant(3'000'000, 'x');
  auto text = "foo " + giant + " foo " + giant + "\n" + giant + "y";
  for (auto threads : {"1", "3"}) {
    auto run = tally({"-j", threads}).with_input(text).run();
    auto expected = "2\tfoo\n2\t" + giant + "\n1\t" + giant + "y\n";
    CHECK((run.out == expected));
    CHECK(run.status == 0);
  }
}

TEST_CASE("input without any white space is one word", "[cli]") {
  std::string giant(2'000'000, '\xe3');
  auto run = tally({"a"}).with_file("a", giant).run();
  CHECK((run.out == "1\t" + giant + "\n"));
}

TEST_CASE("a pipe that delivers byte by byte cuts nothing", "[cli]") {
  std::string text{"foo bar\nfoo"};
  for (auto& space : long_spaces)
    text += space + "bar" + space.substr(0, space.size() - 1) + "foo" + space;
  auto run = tally({}).with_input(text).byte_by_byte().run();
  CHECK(difference(run.out, expected_counts(text)) == "");
  CHECK(run.status == 0);
}

TEST_CASE("white space is found wherever a block ends", "[cli]") {
  // Units of seven bytes shift over every power of two.
  for (size_t shift = 0; shift < 7; ++shift) {
    CAPTURE(shift);
    std::string text(shift, 'x');
    while (text.size() < 2'200'000)
      text += "\xe3\x80\x80w\xc2\xa0v";
    auto run = tally({"-j", "2"}).with_input(text).run();
    auto count = std::to_string((text.size() - shift) / 7);
    auto first = shift ? "1\t" + std::string(shift, 'x') + "\n" : "";
    CHECK(run.out == count + "\tv\n" + count + "\tw\n" + first);
  }
}

TEST_CASE("a large vocabulary is counted exactly", "[cli]") {
  std::string text;
  for (size_t i = 0; i < 1'200'000; ++i)
    text += "w" + std::to_string(i % 400'000) + (i % 10 ? " " : "\n");
  auto run = tally({}).with_input(text).run();
  CHECK(difference(run.out, expected_counts(text)) == "");
  CHECK(run.out.starts_with("3\tw0\n3\tw1\n3\tw10\n3\tw100\n"));
}

} // namespace tally::test
