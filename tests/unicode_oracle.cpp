#include "tests/unicode_oracle.hpp"

#include <unicode/rbbi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

namespace tally::test {

namespace {

using icu::BreakIterator;
using icu::RuleBasedBreakIterator;
using icu::UnicodeString;

// ICU's rules, but '@' is no letter and all of MidLetter joins letters.
std::unique_ptr<BreakIterator> make_iterator() {
  auto status = U_ZERO_ERROR;
  std::unique_ptr<BreakIterator> plain{
      BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
  auto rules = dynamic_cast<RuleBasedBreakIterator&>(*plain).getRules();
  rules.findAndReplace("$ALetter=[\\p{Word_Break=ALetter}@]",
                       "$ALetter=[\\p{Word_Break=ALetter}]");
  rules.findAndReplace("-[\\:\\uFE55\\uFF1A]", "");
  UParseError where;
  auto result = std::make_unique<RuleBasedBreakIterator>(rules, where, status);
  if (U_FAILURE(status))
    throw std::runtime_error{u_errorName(status)};
  // Loads the dictionary that a length mark alone does not load.
  result->setText(u"カナ");
  result->next();
  return result;
}

BreakIterator& iterator() {
  static auto result = make_iterator();
  return *result;
}

struct decoded_text {
  UnicodeString text;
  std::vector<size_t> offsets; // of each unit, and the end
};

decoded_text decode(std::string_view text) {
  decoded_text result;
  auto size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    auto first = static_cast<size_t>(i);
    UChar32 code;
    U8_NEXT(text.data(), i, size, code);
    result.text.append(code < 0 ? UChar32{0x02C2} : code);
    result.offsets.resize(static_cast<size_t>(result.text.length()), first);
  }
  result.offsets.push_back(text.size());
  return result;
}

bool holds_letter(const UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (U_GET_GC_MASK(text.char32At(i)) & (U_GC_L_MASK | U_GC_N_MASK))
      return true;
  return false;
}

} // namespace

std::vector<size_t> boundaries(std::string_view text) {
  auto [decoded, offsets] = decode(text);
  iterator().setText(decoded);
  std::vector<size_t> result;
  for (auto i = iterator().first(); i != BreakIterator::DONE;
       i = iterator().next())
    result.push_back(offsets[static_cast<size_t>(i)]);
  return result;
}

std::vector<std::string> unicode_words(std::string_view text) {
  std::vector<std::string> result;
  auto edges = boundaries(text);
  for (size_t i = 1; i < edges.size(); ++i) {
    auto word = text.substr(edges[i - 1], edges[i] - edges[i - 1]);
    if (!holds_letter(decode(word).text))
      continue;
    while (auto space = leading_space(word))
      word.remove_prefix(space);
    for (auto& space : long_spaces)
      while (word.ends_with(space))
        word.remove_suffix(space.size());
    result.emplace_back(word);
  }
  return result;
}

std::string mixed_text(generator& random, size_t size) {
  using namespace std::string_literals;
  static const std::vector<std::string> parts = {"a",
                                                 "b",
                                                 "Zebra",
                                                 "don't",
                                                 "x_y",
                                                 "_",
                                                 "7",
                                                 "3.14",
                                                 "1,000;2",
                                                 "'",
                                                 ".",
                                                 ",",
                                                 ":",
                                                 ";",
                                                 "\"",
                                                 "(",
                                                 "-",
                                                 "@",
                                                 " ",
                                                 " ",
                                                 " ",
                                                 "\n",
                                                 "\r\n",
                                                 "\t",
                                                 "é",
                                                 "e\u0301",
                                                 "\u0301",
                                                 "\u0308",
                                                 "ß",
                                                 "İ",
                                                 "Σας",
                                                 "ώ",
                                                 "Слово",
                                                 "ый",
                                                 "\u2019",
                                                 "\u2018",
                                                 "\u2014",
                                                 "\u00B7",
                                                 "\u00AD",
                                                 "\u200D",
                                                 "\u2060",
                                                 "\u202F",
                                                 "\u203F",
                                                 "\u066B",
                                                 "٣",
                                                 "كلمة",
                                                 "שלום",
                                                 "א",
                                                 "क्षि",
                                                 "한국어",
                                                 "각",
                                                 "\u1112\u1161",
                                                 "你好世界",
                                                 "中文",
                                                 "。",
                                                 "、",
                                                 "，",
                                                 "日本語",
                                                 "ひらがな",
                                                 "カタカナ",
                                                 "ー",
                                                 "々",
                                                 "ภาษาไทย",
                                                 "ก",
                                                 "ำ",
                                                 "ភាសាខ្មែរ",
                                                 "ພາສາລາວ",
                                                 "မြန်မာ",
                                                 "👍🏽",
                                                 "👩\u200D👩",
                                                 "🇩🇪",
                                                 "🇫",
                                                 "1\uFE0F\u20E3",
                                                 "Ⓜ",
                                                 "²",
                                                 "½",
                                                 "①",
                                                 "Ⅷ",
                                                 "ª",
                                                 "\u02C2",
                                                 "𝒜",
                                                 "𝟟",
                                                 "𠀀",
                                                 "\u3000",
                                                 "\u2028",
                                                 "\u0085",
                                                 "\u00A0",
                                                 "：",
                                                 "＠",
                                                 "．",
                                                 "\xFF",
                                                 "\xC3",
                                                 "\xE4\xBD",
                                                 "\xF0\x9F",
                                                 "\x80",
                                                 "\0"s};
  std::string result;
  while (result.size() < size) {
    // Whole texts of one kind occur, too.
    auto first = random.below(parts.size());
    auto range = 1 + random.below(parts.size());
    for (auto n = random.below(30); n > 0; --n)
      result += parts[(first + random.below(range)) % parts.size()];
    if (random.below(3) > 0)
      result += ' ';
  }
  return result;
}

} // namespace tally::test
