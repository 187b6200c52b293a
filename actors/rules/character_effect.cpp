#include "actors/rules/character_effect.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace tally {

namespace {

bool counts(int32_t code) {
  return (U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

// The scripts that ICU has dictionaries for, and Korean, which it groups with
// Chinese and Japanese.
bool needs_dictionary(int32_t code) {
  auto script = u_getIntPropertyValue(code, UCHAR_SCRIPT);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA
         || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL
         || u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC)
         || u_getIntPropertyValue(code, UCHAR_LINE_BREAK)
                == U_LB_COMPLEX_CONTEXT;
}

} // namespace

// Letters without a letter's category make no word, and numbers that are no
// digits make one each. Such are rare: the segmenter knows.
character_effect find_effect(int32_t code) {
  using enum character_effect;
  if (needs_dictionary(code))
    return needs_segmenter;
  switch (u_getIntPropertyValue(code, UCHAR_WORD_BREAK)) {
  case U_WB_ALETTER:
    return counts(code) ? is_letter : needs_segmenter;
  case U_WB_NUMERIC:
    return counts(code) ? is_digit : needs_segmenter;
  case U_WB_EXTEND:
  case U_WB_FORMAT:
    return counts(code) ? needs_segmenter : extends;
  case U_WB_MIDLETTER:
    return joins_letters;
  case U_WB_MIDNUM:
    return joins_digits;
  case U_WB_MIDNUMLET:
    return joins_both;
  case U_WB_OTHER:
  case U_WB_NEWLINE:
  case U_WB_WSEGSPACE:
  case U_WB_REGIONAL_INDICATOR:
    return counts(code) ? needs_segmenter : separates;
  default:
    return needs_segmenter;
  }
}

} // namespace tally
