#include "actors/rules/text_scanner.hpp"

#include "actors/rules/text_cut.hpp"
#include "tests/any_characters.hpp"
#include "tests/catch.hpp"
#include "tests/padded.hpp"
#include "tests/unicode_oracle.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fstream>
#include <sstream>

using namespace tally;
using namespace tally::test;

namespace {

using word_list = std::vector<std::string>;

word_list scan(text_scanner& scanner, std::string_view text,
               char padding = 'x') {
  padded block{text, padding};
  scanner.scan(block.text());
  word_list result;
  while (scanner.next())
    for (size_t i = 0; i < scanner.words(); ++i) {
      auto [first, last] = scanner.word(i);
      result.emplace_back(scanner.base() + first, scanner.base() + last);
    }
  return result;
}

word_list scan(std::string_view text) {
  text_scanner scanner;
  return scan(scanner, text);
}

// A line of WordBreakTest.txt: a text and the boundaries in it.
struct boundary_case {
  std::string text;
  std::vector<size_t> boundaries;
};

boundary_case parse_case(const std::string& line) {
  boundary_case result;
  std::istringstream fields{line.substr(0, line.find('#'))};
  for (std::string field; fields >> field;) {
    if (field == "÷")
      result.boundaries.push_back(result.text.size());
    else if (field != "×")
      icu::UnicodeString{static_cast<UChar32>(std::stoul(field, nullptr, 16))}
          .toUTF8String(result.text);
  }
  return result;
}

std::vector<boundary_case> boundary_cases() {
  std::ifstream file{"/usr/share/unicode/auxiliary/WordBreakTest.txt"};
  std::string line;
  UVersionInfo version;
  u_getUnicodeVersion(version);
  REQUIRE(std::getline(file, line));
  REQUIRE(line.find("-" + std::to_string(version[0]) + '.'
                    + std::to_string(version[1]))
          != line.npos);
  std::vector<boundary_case> result;
  while (std::getline(file, line))
    if (auto x = parse_case(line); !x.text.empty())
      result.push_back(x);
  return result;
}

} // namespace

TEST_CASE("segments pass all of Unicode's tests of word boundaries",
          "[rules]") {
  segmenter segments;
  auto cases = boundary_cases();
  CHECK(cases.size() > 1800);
  for (auto& x : cases) {
    std::vector<size_t> edges{0};
    for (auto& y : segments.all(x.text))
      edges.push_back(y.last);
    INFO(x.text);
    CHECK(edges == x.boundaries);
    CHECK(boundaries(x.text) == x.boundaries);
  }
}

TEST_CASE("words pass all of Unicode's tests of word boundaries", "[rules]") {
  for (auto which : available_instruction_sets()) {
    INFO("instruction set " << to_string(which));
    text_scanner scanner{which};
    for (auto& x : boundary_cases()) {
      INFO(x.text);
      CHECK(scan(scanner, x.text) == unicode_words(x.text));
    }
  }
}

TEST_CASE("words are what readers take for words", "[rules]") {
  CHECK(scan("").empty());
  CHECK(scan("_ . ' ... \u2019 👍🏽").empty());
  CHECK(scan("\"Don't,\" he said (twice).")
        == word_list{"Don't", "he", "said", "twice"});
  CHECK(scan("well-known 3.14 l'histoire user@example.com #hashtag")
        == word_list{"well", "known", "3.14", "l'histoire", "user",
                     "example.com", "hashtag"});
  CHECK(scan("a:b 1,000;5 x_y 10\u202F000 mot\u202F!")
        == word_list{"a:b", "1,000;5", "x_y", "10\u202F000", "mot"});
  CHECK(scan("don\u2019t na\u00EFve nai\u0308ve Straße")
        == word_list{"don\u2019t", "na\u00EFve", "nai\u0308ve", "Straße"});
}

TEST_CASE("scripts without spaces are cut by dictionaries", "[rules]") {
  CHECK(scan("你好世界。") == word_list{"你好", "世界"});
  CHECK(scan("我爱北京天安门") == word_list{"我", "爱", "北京", "天安门"});
  CHECK(scan("私は日本語を話します。")
        == word_list{"私", "は", "日本語", "を", "話", "し", "ます"});
  CHECK(scan("สวัสดีชาวโลก") == word_list{"สวัสดี", "ชาว", "โลก"});
  CHECK(scan("សួស្តីពិភពលោក") == word_list{"សួស្តី", "ពិភពលោក"});
  CHECK(scan("ສະບາຍດີຊາວໂລກ") == word_list{"ສະບາຍດີ", "ຊາວໂລກ"});
}

TEST_CASE("bytes that are not UTF-8 are letters to the words of text",
          "[rules]") {
  CHECK(scan("one \xFF\xFE two") == word_list{"one", "two"});
  CHECK(scan("caf\xE9 noir \xE4\xBD") == word_list{"caf\xE9", "noir"});
}

TEST_CASE("ASCII is cut into words as by ICU", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (auto which : available_instruction_sets()) {
      INFO("instruction set " << to_string(which));
      text_scanner scanner{which};
      for (int i = 0; i < 100; ++i) {
        auto text = random.letters(random.below(400), "aaZ19_.,;:'\"@ -\n");
        INFO(text);
        CHECK(scan(scanner, text) == unicode_words(text));
      }
      std::string any;
      for (int i = 0; i < 20000; ++i)
        any += static_cast<char>(random.below(128));
      CHECK(scan(scanner, any) == unicode_words(any));
    }
  }
}

TEST_CASE("every character is put into words as by ICU", "[rules]") {
  text_scanner scanner;
  for (UChar32 code = 0; code < 0x110000; ++code) {
    if (U_IS_SURROGATE(code))
      continue;
    std::string x;
    icu::UnicodeString{code}.toUTF8String(x);
    auto text = "a" + x + "b 1" + x + "2 " + x + x + "_\n" + x + "\u0301a";
    if (scan(scanner, text) != unicode_words(text))
      FAIL_CHECK("U+" << std::hex << code);
  }
}

TEST_CASE("text of all scripts is cut into words as by ICU", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    text_scanner scanner;
    for (int i = 0; i < 300; ++i) {
      auto text = mixed_text(random, random.below(i % 10 == 0 ? 30000 : 500));
      INFO(text);
      REQUIRE(scan(scanner, text, i % 2 == 0 ? 'x' : '\xCC')
              == unicode_words(text));
    }
  }
}

TEST_CASE("characters of all classes are cut into words as by ICU", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    text_scanner scanner;
    for (int i = 0; i < 2000; ++i) {
      auto text
          = any_characters(random, random.below(i % 100 == 0 ? 30000 : 200));
      INFO(text);
      REQUIRE(scan(scanner, text, i % 2 == 0 ? 'x' : '\xCC')
              == unicode_words(text));
    }
  }
}

TEST_CASE("a text may be cut without changing its words", "[rules]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    text_scanner scanner;
    for (int i = 0; i < 200; ++i) {
      auto text = i % 2 == 0 ? mixed_text(random, random.below(200))
                             : any_characters(random, random.below(200));
      auto expected = unicode_words(text);
      for (size_t at = 1; at < text.size(); ++at) {
        if (!may_cut_text(text, at))
          continue;
        INFO(text.substr(0, at) << "|" << text.substr(at));
        auto words = unicode_words(text.substr(0, at));
        for (auto& x : unicode_words(text.substr(at)))
          words.push_back(x);
        REQUIRE(words == expected);
      }
    }
  }
}

TEST_CASE("text is cut as late as possible", "[rules]") {
  CHECK(text_cut_point("") == 0);
  CHECK(text_cut_point("word") == 0);
  CHECK(text_cut_point("it's 'a.b:c,") == 5);
  CHECK(text_cut_point("two words") == 4);
  CHECK(text_cut_point("two words ") == 9);
  CHECK(text_cut_point("two words\n") == 10);
  CHECK(text_cut_point("two \u0301") == 3);
  CHECK(text_cut_point("two\n\u0301") == 4);
  CHECK(text_cut_point("你好。世界") == 9);
  CHECK(text_cut_point("你好。") == 0);
}
