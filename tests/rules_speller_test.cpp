#include "actors/rules/speller.hpp"

#include "tests/catch.hpp"
#include "tests/unicode_oracle.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fstream>
#include <sstream>

using namespace tally;
using namespace tally::test;

namespace {

std::string utf8(const std::string& codes) {
  std::istringstream fields{codes};
  std::string result;
  for (std::string code; fields >> code;)
    icu::UnicodeString{static_cast<UChar32>(std::stoul(code, nullptr, 16))}
        .toUTF8String(result);
  return result;
}

std::string utf8(UChar32 code) {
  std::string result;
  icu::UnicodeString{code}.toUTF8String(result);
  return result;
}

counting_rules folding(normal_form form = normal_form::none) {
  counting_rules rules;
  rules.ignore_case = true;
  rules.form = form;
  return rules;
}

counting_rules normalizing(normal_form form) {
  counting_rules rules;
  rules.form = form;
  return rules;
}

std::string spell(const counting_rules& rules, std::string_view word) {
  speller spelling{rules};
  return std::string{spelling.spell(word)};
}

// Characters with forms of their own, which ideographs do not have.
std::vector<UChar32> formed_characters() {
  std::vector<UChar32> result;
  for (UChar32 code = 1; code < 0x110000; ++code)
    if (u_isdefined(code) && !U_IS_SURROGATE(code)
        && u_charType(code) != U_PRIVATE_USE_CHAR
        && !u_hasBinaryProperty(code, UCHAR_UNIFIED_IDEOGRAPH))
      result.push_back(code);
  return result;
}

// Appends characters that belong to the one before them, in any order.
void append_marks(icu::UnicodeString& word, generator& random, size_t n) {
  static const icu::UnicodeString marks{
      u"\u0300\u0301\u0302\u0308\u0315\u031B\u0323\u0328\u0338\u0340\u0344"
      u"\u0345\u05B0\u064B\u0670\u093C\u0E38\u0F71\u0F72\u0F73\u0F75\u0F81"
      u"\u1DCE\u3099\u309A\uFF9E\uFF9F\u1161\u11A8"};
  for (; n > 0; --n)
    word.append(marks[static_cast<int32_t>(
        random.below(static_cast<size_t>(marks.length())))]);
}

// All that can be brought into form.
std::vector<counting_rules> all_rules() {
  std::vector<counting_rules> result;
  for (auto words : {word_rule::space, word_rule::text})
    for (auto form : {normal_form::none, normal_form::nfc, normal_form::nfkc})
      for (auto ignore_case : {false, true}) {
        counting_rules rules;
        rules.words = words;
        rules.form = form;
        rules.ignore_case = ignore_case;
        result.push_back(rules);
      }
  return result;
}

} // namespace

TEST_CASE("case is folded as CaseFolding.txt has it", "[rules]") {
  std::ifstream file{"/usr/share/unicode/CaseFolding.txt"};
  std::string line;
  REQUIRE(std::getline(file, line));
  CHECK(line.find(U_UNICODE_VERSION) != line.npos);
  speller spelling{folding()};
  std::vector<bool> folds(0x110000);
  size_t cases = 0;
  while (std::getline(file, line)) {
    std::istringstream fields{line};
    std::string code, status, mapping;
    if (line.starts_with('#') || !std::getline(fields, code, ';')
        || !std::getline(fields, status, ';')
        || !std::getline(fields, mapping, ';')
        || (status != " C" && status != " F"))
      continue;
    ++cases;
    folds[std::stoul(code, nullptr, 16)] = true;
    INFO(line);
    CHECK(spelling.spell(utf8(code)) == utf8(mapping));
    CHECK(spelling.spell("x" + utf8(code) + "\xFF" + utf8(code))
          == "x" + utf8(mapping) + "\xFF" + utf8(mapping));
  }
  CHECK(cases > 1500);
  for (UChar32 code = 1; code < 0x110000; ++code)
    if (!folds[static_cast<size_t>(code)] && !U_IS_SURROGATE(code)
        && spelling.spell(utf8(code)) != utf8(code))
      FAIL_CHECK("U+" << std::hex << code);
}

TEST_CASE("folding case knows no language", "[rules]") {
  CHECK(spell(folding(), "STRASSE") == spell(folding(), "straße"));
  CHECK(spell(folding(), "ΣΑΣ") == "σασ");
  CHECK(spell(folding(), "σας") == "σασ");
  CHECK(spell(folding(), "İstanbul") == "i\u0307stanbul");
  CHECK(spell(folding(), "ıI") == "ıi");
  CHECK(spell(folding(), "A\xFFÉ\xC3") == "a\xFFé\xC3");
}

TEST_CASE("letters typed two ways are one word in a normal form", "[rules]") {
  auto nfc = normalizing(normal_form::nfc);
  CHECK(spell(nfc, "nai\u0308ve") == "na\u00EFve");
  CHECK(spell(nfc, "na\u00EFve") == "na\u00EFve");
  CHECK(spell(nfc, "\uFB01x\u00B2") == "\uFB01x\u00B2");
  CHECK(spell(nfc, "e\xFF\u0301") == "e\xFF\u0301");
  CHECK(spell(normalizing(normal_form::nfkc), "\uFB01x\u00B2") == "fix2");
  CHECK(spell(normalizing(normal_form::none), "nai\u0308ve") == "nai\u0308ve");
  CHECK(spell(folding(normal_form::nfc), "E\u0301") == "\u00E9");
  CHECK(spell(folding(normal_form::nfkc), "\u2120") == "sm");
}

TEST_CASE("typographic apostrophes are plain ones in words of text",
          "[rules]") {
  counting_rules rules;
  CHECK(spell(rules, "don\u2019t") == "don\u2019t");
  rules.words = word_rule::text;
  CHECK(spell(rules, "don\u2019t") == "don't");
  CHECK(spell(rules, "l\u2019e\u0301te\u0301") == "l'e\u0301te\u0301");
  rules.form = normal_form::nfc;
  CHECK(spell(rules, "l\u2019e\u0301te\u0301") == "l'\u00E9t\u00E9");
}

TEST_CASE("the spelling of a spelling is itself", "[rules]") {
  for (auto& rules : all_rules()) {
    speller spelling{rules};
    for (auto code : formed_characters()) {
      auto word = "a" + utf8(code) + "\u0345\u0301";
      std::string once{spelling.spell(word)};
      if (once.empty() || spelling.spell(once) != once)
        FAIL_CHECK("U+" << std::hex << code << ", form "
                        << static_cast<int>(rules.form));
    }
    for (auto seed : seeds()) {
      generator random{seed};
      for (int i = 0; i < 200; ++i) {
        auto word = mixed_text(random, 1 + random.below(50));
        std::string once{spelling.spell(word)};
        INFO(word);
        CHECK(spelling.spell(once) == once);
      }
    }
  }
}

TEST_CASE("canonically equal spellings are the same word", "[rules]") {
  auto status = U_ZERO_ERROR;
  auto nfd = icu::Normalizer2::getNFDInstance(status);
  for (auto ignore_case : {false, true}) {
    counting_rules rules;
    rules.form = normal_form::nfc;
    rules.ignore_case = ignore_case;
    speller spelling{rules};
    for (auto code : formed_characters()) {
      icu::UnicodeString word{code};
      word.append(UChar32{0x0345}).append(UChar32{0x0301});
      std::string composed, apart;
      word.toUTF8String(composed);
      nfd->normalize(word, status).toUTF8String(apart);
      std::string expected{spelling.spell(apart)};
      if (spelling.spell(composed) != expected)
        FAIL_CHECK("U+" << std::hex << code);
    }
  }
}

TEST_CASE("no order of combining marks takes long to be put right", "[rules]") {
  struct attack {
    normal_form form;
    const char* first;
    const char* second; // belongs before all of the first
  };
  for (auto& x : {attack{normal_form::nfc, "\u0301", "\u0323"},
                  attack{normal_form::nfc, "\u0F73", "\u0F71"},
                  attack{normal_form::nfkc, "\u0301", "\uFF9E"}})
    for (auto ignore_case : {false, true}) {
      auto rules = normalizing(x.form);
      rules.ignore_case = ignore_case;
      std::string written = "a", first, sorted = "a";
      for (int i = 0; i < 1'000'000; ++i) {
        written.append(x.first).append(x.second);
        first += x.first;
        sorted += x.second;
      }
      speller spelling{rules};
      std::string spelled{spelling.spell(written)};
      CHECK((spelled == spelling.spell(sorted + first)));
      CHECK((spelled != written));
    }
}

TEST_CASE("shortcuts spell as ICU does", "[rules]") {
  auto status = U_ZERO_ERROR;
  auto nfc = icu::Normalizer2::getNFCInstance(status);
  auto nfd = icu::Normalizer2::getNFDInstance(status);
  auto nfkc = icu::Normalizer2::getNFKCInstance(status);
  auto spelled = [&](const counting_rules& rules, icu::UnicodeString word) {
    if (rules.words == word_rule::text)
      word.findAndReplace(u"\u2019", u"'");
    auto in = [&](const icu::Normalizer2* form) {
      word = form->normalize(word, status);
    };
    if (rules.ignore_case && rules.form != normal_form::none)
      in(nfd);
    if (rules.ignore_case)
      word.foldCase();
    if (rules.form == normal_form::nfc)
      in(nfc);
    if (rules.form == normal_form::nfkc)
      in(nfkc);
    if (rules.form == normal_form::nfkc && rules.ignore_case) {
      word.foldCase();
      in(nfkc);
    }
    std::string result;
    word.toUTF8String(result);
    return result;
  };
  auto characters = formed_characters();
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (auto& rules : all_rules()) {
      speller spelling{rules};
      for (int i = 0; i < 3000; ++i) {
        // Neighbors belong to one script, often.
        auto first = random.below(characters.size());
        auto range = i % 2 ? 200 : characters.size();
        icu::UnicodeString word;
        for (auto n = 1 + random.below(6); n > 0; --n)
          word.append(
              characters[(first + random.below(range)) % characters.size()]);
        if (i % 3 == 0)
          word.append(u"A\u0301\u2019");
        if (i % 10 == 0)
          append_marks(word, random, random.below(200));
        std::string written;
        word.toUTF8String(written);
        INFO(written);
        REQUIRE(spelling.spell(written) == spelled(rules, word));
      }
    }
  }
}
