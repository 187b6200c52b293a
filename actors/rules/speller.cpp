#include "actors/rules/speller.hpp"

#include "actors/rules/ascii.hpp"
#include "actors/rules/combining_marks.hpp"
#include "actors/rules/utf8.hpp"

#include <unicode/uchar.h>

#include <stdexcept>

namespace tally {

namespace {

// What becomes of a character, whatever is beside it.
enum : uint8_t {
  stays = 1,
  changes, // into others that stay
  depends, // on what is beside it
};

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw std::runtime_error{std::string{"ICU cannot normalize: "}
                             + u_errorName(status) + '.'};
}

template <class Get>
const icu::Normalizer2* instance(Get get) {
  auto status = U_ZERO_ERROR;
  auto result = get(status);
  check(status);
  return result;
}

} // namespace

speller::speller(const counting_rules& rules)
  : plain_apostrophes_{rules.words == word_rule::text},
    fold_{rules.ignore_case},
    form_{rules.form} {
  if (form_ == normal_form::none)
    return;
  decomposed_ = instance(icu::Normalizer2::getNFDInstance);
  composed_ = form_ == normal_form::nfc
                  ? instance(icu::Normalizer2::getNFCInstance)
                  : instance(icu::Normalizer2::getNFKCInstance);
}

bool speller::is_idle() const noexcept {
  return !plain_apostrophes_ && !fold_ && form_ == normal_form::none;
}

std::string_view speller::spell(std::string_view word) {
  if (is_idle())
    return word;
  if (is_ascii(word)) {
    if (!fold_)
      return word;
    copy_.resize(word.size());
    fold_ascii(word, copy_.data());
    return copy_;
  }
  return copy(word) ? copy_ : transform(word);
}

bool speller::stays_as_is(std::string_view word) {
  for (auto i = word.data(), last = i + word.size(); i != last;) {
    auto [code, size] = decode(i, last);
    if (code >= 128 && fate_of(code) != stays)
      return false;
    i += size;
  }
  return true;
}

// Copies a word, each character for itself. Returns whether that will do.
bool speller::copy(std::string_view word) {
  copy_.clear();
  for (auto i = word.data(), last = i + word.size(); i != last;) {
    auto [code, size] = decode(i, last);
    auto fate = code < 128 ? uint8_t{stays} : fate_of(code);
    if (fate == depends)
      return false;
    if (fate == changes)
      copy_ += changed_[code];
    else if (fold_ && code >= 'A' && code <= 'Z')
      copy_ += static_cast<char>(code | 0x20);
    else
      copy_.append(i, size);
    i += size;
  }
  return true;
}

uint8_t speller::fate_of(int32_t code) {
  return fates_.get(code, [this](int32_t x) { return find_fate(x); });
}

// In a normal form, text is known by its characters if each starts something
// new and cannot become part of what is before it.
uint8_t speller::find_fate(int32_t code) {
  auto check = form_ == normal_form::nfkc ? UCHAR_NFKC_QUICK_CHECK
                                          : UCHAR_NFC_QUICK_CHECK;
  auto is_known = form_ == normal_form::none
                  || (u_getCombiningClass(code) == 0
                      && u_getIntPropertyValue(code, check) != UNORM_MAYBE);
  std::string before;
  icu::UnicodeString{code}.toUTF8String(before);
  std::string after;
  transform_to(before, after);
  if (!is_known)
    return depends;
  if (before == after)
    return stays;
  if (!stays_as_is(after))
    return depends;
  changed_[code] = after;
  return changes;
}

std::string_view speller::transform(std::string_view word) {
  copy_.clear();
  auto last = word.data() + word.size();
  auto start = word.data();
  for (auto i = start; i != last;) {
    auto [code, size] = decode(i, last);
    if (code < 0) {
      transform_to({start, static_cast<size_t>(i - start)}, copy_);
      copy_.append(i, size);
      start = i + size;
    }
    i += size;
  }
  transform_to({start, static_cast<size_t>(last - start)}, copy_);
  return copy_;
}

// Appends the form of valid UTF-8.
void speller::transform_to(std::string_view text, std::string& to) const {
  auto result = to_utf16(text);
  if (plain_apostrophes_)
    result.findAndReplace(u"\u2019", u"'");
  if (fold_ && composed_)
    result = normal(result, *decomposed_);
  if (fold_)
    result.foldCase();
  if (fold_ && form_ == normal_form::nfkc)
    result = normal(result, *composed_).foldCase();
  if (composed_)
    result = normal(result, *composed_);
  result.toUTF8String(to);
}

icu::UnicodeString speller::normal(const icu::UnicodeString& text,
                                   const icu::Normalizer2& form) const {
  auto status = U_ZERO_ERROR;
  auto result = form.normalize(with_sorted_marks(text, form), status);
  check(status);
  return result;
}

} // namespace tally
