#include "actors/rules/speller.hpp"

#include "actors/rules/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace tally {

namespace {

constexpr int32_t curly_apostrophe = 0x2019;

enum : uint8_t { steady = 1, unsteady };

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
    form_{rules.form},
    nfc_{instance(icu::Normalizer2::getNFCInstance)},
    nfd_{instance(icu::Normalizer2::getNFDInstance)},
    nfkc_{instance(icu::Normalizer2::getNFKCInstance)} {
}

bool speller::is_idle() const noexcept {
  return !plain_apostrophes_ && !fold_ && form_ == normal_form::none;
}

std::string_view speller::spell(std::string_view word) {
  if (is_idle())
    return word;
  if (std::all_of(word.begin(), word.end(), [](char x) { return x >= 0; })) {
    if (!fold_)
      return word;
    copy_.resize(word.size());
    fold_ascii(word, copy_.data());
    return copy_;
  }
  return copy(word) ? copy_ : transform();
}

// Does what needs no ICU. Returns whether that is all there is to do.
bool speller::copy(std::string_view word) {
  copy_.clear();
  auto all_steady = true;
  for (auto i = word.data(), last = i + word.size(); i != last;) {
    auto [code, size] = decode(i, last);
    if (code == curly_apostrophe && plain_apostrophes_)
      copy_ += '\'';
    else if (code >= 0 && code < 128)
      copy_ += static_cast<char>(
          fold_ && code >= 'A' && code <= 'Z' ? code | 0x20 : code);
    else
      copy_.append(i, size);
    all_steady = all_steady && (code < 128 || is_steady(code));
    i += size;
  }
  return all_steady;
}

// Tells whether a word of such characters is in form already. It is if each
// is by itself, starts something new, and cannot change beside others.
bool speller::is_steady(int32_t code) {
  if (code == curly_apostrophe && plain_apostrophes_)
    return true;
  auto find_out = [this](int32_t x) {
    auto check = form_ == normal_form::nfkc ? UCHAR_NFKC_QUICK_CHECK
                                            : UCHAR_NFC_QUICK_CHECK;
    if (form_ != normal_form::none
        && (u_getCombiningClass(x) != 0
            || u_getIntPropertyValue(x, check) != UNORM_YES))
      return unsteady;
    std::string before;
    icu::UnicodeString{x}.toUTF8String(before);
    std::string after;
    transform_to(before, after);
    return before == after ? steady : unsteady;
  };
  return steady_.get(code, find_out) == steady;
}

std::string_view speller::transform() {
  transformed_.clear();
  auto last = copy_.data() + copy_.size();
  auto start = copy_.data();
  for (auto i = start; i != last;) {
    auto [code, size] = decode(i, last);
    if (code < 0) {
      transform_to({start, static_cast<size_t>(i - start)}, transformed_);
      transformed_.append(i, size);
      start = i + size;
    }
    i += size;
  }
  transform_to({start, static_cast<size_t>(last - start)}, transformed_);
  return transformed_;
}

// Appends the form of valid UTF-8.
void speller::transform_to(std::string_view text, std::string& to) const {
  auto result = icu::UnicodeString::fromUTF8(text);
  auto& form = form_ == normal_form::nfkc ? *nfkc_ : *nfc_;
  if (fold_ && form_ != normal_form::none)
    result = normal(result, *nfd_);
  if (fold_)
    result.foldCase();
  if (fold_ && form_ == normal_form::nfkc)
    result = normal(result, form).foldCase();
  if (form_ != normal_form::none)
    result = normal(result, form);
  result.toUTF8String(to);
}

icu::UnicodeString speller::normal(const icu::UnicodeString& text,
                                   const icu::Normalizer2& form) const {
  auto status = U_ZERO_ERROR;
  auto result = form.normalize(text, status);
  check(status);
  return result;
}

} // namespace tally
