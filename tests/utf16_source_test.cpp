#include "app/input/utf16_source.hpp"

#include "tests/catch.hpp"
#include "tests/fake_source.hpp"
#include "tests/utf16.hpp"

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

std::string converted(const std::string& bytes, std::endian order,
                      size_t in = -1, size_t out = 4096) {
  utf16_source source{std::make_unique<fake_source>(bytes, in), order};
  auto text = read_all(source, out);
  CHECK(source.failure() == "");
  return text;
}

std::string converted(std::u16string_view text) {
  auto little
      = converted(utf16(text, std::endian::little), std::endian::little);
  CHECK(converted(utf16(text, std::endian::big), std::endian::big) == little);
  return little;
}

const auto replacement = "\uFFFD"s;

} // namespace

TEST_CASE("UTF-16 in either order becomes UTF-8", "[input]") {
  CHECK(converted(u"") == "");
  CHECK(converted(u"foo\n") == "foo\n");
  CHECK(converted(u"\u00E9 \u0950 \u3042 \uFFFF")
        == "\u00E9 \u0950 \u3042 \uFFFF");
  CHECK(converted(u"\U00010000\U0001F600\U0010FFFF")
        == "\U00010000\U0001F600\U0010FFFF");
  CHECK(converted(u"a\0b"s) == "a\0b"s);
}

TEST_CASE("a surrogate without its other half is replaced", "[input]") {
  CHECK(converted(u"a\xD83D") == "a" + replacement);
  CHECK(converted(u"\xD83D"
                  "a")
        == replacement + "a");
  CHECK(converted(u"a\xDE00"
                  "b")
        == "a" + replacement + "b");
  CHECK(converted(u"\xDE00\xD83D") == replacement + replacement);
  CHECK(converted(u"\xD83D\xD83D\xDE00") == replacement + "\U0001F600");
}

TEST_CASE("an odd byte at the end of UTF-16 is replaced", "[input]") {
  CHECK(converted("a\0b"s, std::endian::little) == "a" + replacement);
  CHECK(converted("\0a\0"s, std::endian::big) == "a" + replacement);
  CHECK(converted("\xD8"s, std::endian::big) == replacement);
  CHECK(converted("\xD8\x3D\xDE"s, std::endian::big)
        == replacement + replacement);
}

TEST_CASE("UTF-16 may come and go in pieces of any size", "[input]") {
  auto bytes = utf16(u"a\u3042\U0001F600\xDE00z", std::endian::big) + "?";
  auto expected = "a\u3042\U0001F600\uFFFDz\uFFFD";
  for (size_t in = 1; in < 8; ++in)
    for (size_t out = 1; out < 8; ++out)
      CHECK(converted(bytes, std::endian::big, in, out) == expected);
}

TEST_CASE("long UTF-16 is converted to its end", "[input]") {
  std::u16string text;
  std::string expected;
  for (auto i = 0; i < 50'000; ++i) {
    text += i % 3 == 0 ? u"\U0001F600" : i % 7 == 0 ? u"\xDE00" : u"\u3042 b";
    expected += i % 3 == 0 ? "\U0001F600" : i % 7 == 0 ? "\uFFFD" : "\u3042 b";
  }
  CHECK(converted(text) == expected);
  auto bytes = utf16(text, std::endian::little);
  CHECK(converted(bytes, std::endian::little, 4093, 70'001) == expected);
}

TEST_CASE("UTF-16 that needs the most room fits", "[input]") {
  std::u16string text(200'000, u'\uFFFD');
  std::u16string surrogates(200'000, u'\xDE00');
  CHECK(converted(surrogates) == converted(text));
  auto odd = utf16(text, std::endian::big) + '\0';
  CHECK(converted(odd, std::endian::big) == converted(text) + replacement);
}

TEST_CASE("a failure to read UTF-16 is passed on", "[input]") {
  utf16_source source{
      std::make_unique<fake_source>("\0a\0b"s, 1, "is on fire."),
      std::endian::big};
  CHECK(read_all(source) == "ab");
  CHECK(source.failure() == "is on fire.");
}
