#include "tests/any_characters.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <map>

namespace tally::test {

namespace {

using character_class = std::vector<UChar32>;

// Characters of scripts with dictionaries are told apart by script, others by
// whether they make a word.
int32_t kind_of(UChar32 code) {
  auto script = u_getIntPropertyValue(code, UCHAR_SCRIPT);
  for (auto x : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA,
                 USCRIPT_HANGUL, USCRIPT_THAI, USCRIPT_KHMER, USCRIPT_LAO,
                 USCRIPT_MYANMAR, USCRIPT_HEBREW})
    if (script == x)
      return x;
  return u_isalnum(code) ? -1 : -2;
}

std::vector<character_class> make_classes() {
  std::map<std::pair<int32_t, int32_t>, character_class> classes;
  for (UChar32 code = 0; code < 0x110000; ++code)
    if (!U_IS_SURROGATE(code))
      classes[{u_getIntPropertyValue(code, UCHAR_WORD_BREAK), kind_of(code)}]
          .push_back(code);
  std::vector<character_class> result;
  for (auto& [key, characters] : classes)
    result.push_back(std::move(characters));
  return result;
}

std::string utf8(UChar32 code) {
  std::string result;
  icu::UnicodeString{code}.toUTF8String(result);
  return result;
}

const std::vector<std::string> others{" ",
                                      "\n",
                                      "\r\n",
                                      "a",
                                      "Z",
                                      "'",
                                      "\"",
                                      ":",
                                      ".",
                                      ",",
                                      "7",
                                      "_",
                                      "\u2019",
                                      "\u3001",
                                      "\u3002",
                                      "\uFF0C",
                                      "\u200D",
                                      "\u00AD",
                                      "\u0301",
                                      "\uFFFE",
                                      "\U0010FFFF",
                                      "\xED\xA0\x80",     // half a surrogate
                                      "\xED\xB0\x80",     // the other
                                      "\xC0\x80",         // an overlong NUL
                                      "\xE0\x80\xA0",     // an overlong space
                                      "\xF4\x90\x80\x80", // beyond Unicode
                                      "\xE4\xB8",         // half of Han
                                      "\xE0\xB8",         // half of Thai
                                      "\xF0\x9F\x91",     // most of an emoji
                                      "\x80",
                                      "\xFF"};

} // namespace

std::string any_characters(generator& random, size_t size) {
  static const auto classes = make_classes();
  std::string result;
  while (result.size() < size) {
    // A few classes at a time: few rules have to do with more.
    const character_class* some[3];
    for (auto& x : some)
      x = &classes[random.below(classes.size())];
    for (auto n = 1 + random.below(16); n > 0; --n) {
      auto& chosen = *some[random.below(3)];
      result += random.below(4) == 0
                    ? others[random.below(others.size())]
                    : utf8(chosen[random.below(chosen.size())]);
    }
  }
  return result;
}

const std::vector<std::pair<std::string, std::string>>& unspaced_sentences() {
  static const std::vector<std::pair<std::string, std::string>> result{
      {"Chinese", "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，"
                  "并应以兄弟关系的精神相对待。"},
      {"Japanese", "すべての人間は、生まれながらにして自由であり、かつ、尊厳と"
                   "権利とについて"
                   "平等である。人間は、理性と良心とを授けられており、互いに同"
                   "胞の精神をもって"
                   "行動しなければならない。コーヒーとデパートの東京タワー。"},
      {"Thai", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ "
               "ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์"
               "แห่งภราดรภาพ"},
      {"Khmer", "មនុស្សទាំងអស់កើតមកមានសេរីភាព និងភាពស្មើៗគ្នា "
                "ក្នុងសេចក្ដីថ្លៃថ្នូរ និងសិទ្ធិ។"},
      {"Lao", "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກ, ສິດທິ, "
              "ເສລີພາບແລະຄວາມສະເໝີພາບເທົ່າທຽມກັນ."},
      {"Burmese", "လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊ "
                  "အခွင့်အရေးများဖြင့်လည်းကောင်း၊ မွေးဖွားလာသူများဖြစ်သည်။"},
  };
  return result;
}

std::string unbroken(const std::string& sentence, size_t size) {
  icu::UnicodeString kept;
  auto text = icu::UnicodeString::fromUTF8(sentence);
  for (int32_t i = 0; i < text.length(); ++i)
    if (!u_ispunct(text[i]) && !u_isUWhiteSpace(text[i]))
      kept.append(text[i]);
  std::string once;
  kept.toUTF8String(once);
  std::string result;
  while (result.size() < size)
    result += once;
  return result;
}

} // namespace tally::test
