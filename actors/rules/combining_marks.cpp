#include "actors/rules/combining_marks.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace tally {

namespace {

// Fewer marks in a row are ICU's own business, and in words that are words.
constexpr int longest_run = 64;

bool has_long_run(const icu::UnicodeString& text,
                  const icu::Normalizer2& form) {
  auto run = 0;
  for (int32_t i = 0; i < text.length() && run <= longest_run;
       i = text.moveIndex32(i, 1))
    run = form.hasBoundaryBefore(text.char32At(i)) ? 0 : run + 1;
  return run > longest_run;
}

struct mark {
  UChar32 code;
  uint8_t combining_class;
};

// Takes characters that are decomposed already.
class sorter {
public:
  sorter(const icu::Normalizer2& form, int32_t size)
    : form_{form}, result_{size, 0, 0} {
  }

  void add(UChar32 code) {
    auto combining_class = form_.getCombiningClass(code);
    if (combining_class != 0)
      return marks_.push_back({code, combining_class});
    flush();
    result_.append(code);
  }

  void flush() {
    std::stable_sort(marks_.begin(), marks_.end(), [](auto& x, auto& y) {
      return x.combining_class < y.combining_class;
    });
    for (auto& x : marks_)
      result_.append(x.code);
    marks_.clear();
  }

  icu::UnicodeString& result() {
    return result_;
  }

private:
  const icu::Normalizer2& form_;
  icu::UnicodeString result_;
  std::vector<mark> marks_;
};

} // namespace

icu::UnicodeString with_sorted_marks(icu::UnicodeString text,
                                     const icu::Normalizer2& form) {
  if (!has_long_run(text, form))
    return text;
  sorter sorted{form, text.length()};
  icu::UnicodeString parts;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    auto code = text.char32At(i);
    if (!form.getDecomposition(code, parts)) {
      sorted.add(code);
      continue;
    }
    for (int32_t j = 0; j < parts.length(); j = parts.moveIndex32(j, 1))
      sorted.add(parts.char32At(j));
  }
  sorted.flush();
  return std::move(sorted.result());
}

} // namespace tally
