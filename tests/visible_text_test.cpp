#include "app/terminal/utf8.hpp"
#include "app/terminal/visible_text.hpp"
#include "tests/catch.hpp"

using namespace tally;
using namespace std::string_literals;

TEST_CASE("what a terminal would obey becomes visible", "[prompt]") {
  CHECK(visible("\x1b[31mred") == "^[[31mred");
  CHECK(visible("a\0b\r\x7f"s) == "a^@b^M^?");
  CHECK(visible("\xc2\x9b"
                "2J")
        == "\\u009b2J");
  CHECK(visible("\xe2\x80\xae"
                "abc\xe2\x81\xa6")
        == "\\u202eabc\\u2066");
}

TEST_CASE("bytes that are not UTF-8 become visible", "[prompt]") {
  CHECK(visible("\x9b"
                "2J")
        == "\\x9b2J");
  CHECK(visible("a\xff\xc3") == "a\\xff\\xc3");
  CHECK(visible("\xc0\x9b") == "\\xc0\\x9b");
  CHECK(visible("\xed\xa0\x80") == "\\xed\\xa0\\x80");
  CHECK(visible("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
}

TEST_CASE("text that is harmless stays as it is", "[prompt]") {
  for (auto text : {"", "foo", "na\xc3\xafve", "\xe4\xb8\xad\xe6\x96\x87",
                    "e\xcc\x81", "\xf0\x9f\x98\x80", "\\x1b"})
    CHECK(visible(text) == text);
}

TEST_CASE("any bytes survive the way to wide characters and back", "[prompt]") {
  std::string text;
  for (int a = 0; a < 256; ++a)
    for (int b = 0x70; b < 256; ++b) {
      text += {static_cast<char>(a), static_cast<char>(b), '\x80'};
      text += {static_cast<char>(a), static_cast<char>(b), '\xbf', '\x85'};
    }
  CHECK(narrow(widen(text)) == text);
  CHECK(widen("\xf0\x9f\x98\x80\xff") == L"\x1F600\xDCFF");
}

TEST_CASE("a character whose rest is missing is not decoded yet", "[prompt]") {
  CHECK(decode("\xe4").size == 0);
  CHECK(decode("\xe4\xb8").size == 0);
  CHECK(decode("\xe4\xb8\xad").size == 3);
  CHECK(decode("\xe4x").size == 1);
  CHECK(decode_last("\xe4\xb8").size == 1);
}
