#include "actors/rules/segmenter.hpp"

#include "actors/rules/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <limits>
#include <stdexcept>

namespace tally {

namespace {

// A letter to UAX #29, but not by its category, so it makes no word alone.
constexpr int32_t stand_in_letter = 0x02C2;

// Returns a character that ICU treats as UAX #29 treats `code`.
int32_t as_standard(int32_t code) {
  switch (code) {
  case '@':
    return '#';
  case ':':
  case 0xFE55: // small colon
  case 0xFF1A: // full-width colon
    return 0x00B7;
  default:
    return code < 0 ? stand_in_letter : code;
  }
}

} // namespace

segmenter::segmenter() {
  auto status = U_ZERO_ERROR;
  boundaries_.reset(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status))
    throw std::runtime_error{std::string{"ICU has no word boundaries: "}
                             + u_errorName(status) + '.'};
  // ICU asks no dictionary about the marks that Hiragana and Katakana share
  // until other text has made it load theirs.
  words("カナ");
}

const std::vector<segment>& segmenter::all(std::string_view text) {
  for_each_segment(text, [this](int32_t first, int32_t last) {
    found_.push_back({offsets_[first], offsets_[last]});
  });
  return found_;
}

const std::vector<segment>& segmenter::words(std::string_view text) {
  for_each_segment(text, [this](int32_t first, int32_t last) {
    if (is_word(first, last))
      found_.push_back(trimmed(first, last));
  });
  return found_;
}

template <class F>
void segmenter::for_each_segment(std::string_view text, F f) {
  decode_text(text);
  alias_.setTo(false, text_.data(), static_cast<int32_t>(text_.size()));
  boundaries_->setText(alias_);
  found_.clear();
  auto first = boundaries_->first();
  for (auto last = boundaries_->next(); last != icu::BreakIterator::DONE;
       first = last, last = boundaries_->next())
    f(first, last);
}

void segmenter::decode_text(std::string_view text) {
  if (text.size() > std::numeric_limits<int32_t>::max())
    throw std::length_error{"A text without a place to cut is too long."};
  text_.clear();
  offsets_.clear();
  auto end = text.data() + text.size();
  for (auto i = text.data(); i != end;) {
    auto [code, size] = decode(i, end);
    code = as_standard(code);
    auto offset = static_cast<uint32_t>(i - text.data());
    offsets_.push_back(offset);
    if (U_IS_BMP(code)) {
      text_ += static_cast<char16_t>(code);
    } else {
      text_ += static_cast<char16_t>(U16_LEAD(code));
      text_ += static_cast<char16_t>(U16_TRAIL(code));
      offsets_.push_back(offset);
    }
    i += size;
  }
  offsets_.push_back(static_cast<uint32_t>(text.size()));
}

bool segmenter::is_word(int32_t first, int32_t last) const {
  while (first < last) {
    int32_t code;
    U16_NEXT(text_.data(), first, last, code);
    if (U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_N_MASK))
      return true;
  }
  return false;
}

// All white space is a single unit.
segment segmenter::trimmed(int32_t first, int32_t last) const {
  while (u_isUWhiteSpace(text_[first]))
    ++first;
  while (u_isUWhiteSpace(text_[last - 1]))
    --last;
  return {offsets_[first], offsets_[last]};
}

} // namespace tally
