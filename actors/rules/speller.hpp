// Which spellings are the same word. Case is folded by Unicode's full case
// folding, which knows no language: ß is ss, both sigmas are σ, İ is i with a
// dot above, and ı is a letter of its own. Folding and normalizing go together
// as the Unicode standard asks for caseless matching: NFC(fold(NFD(word))),
// and NFKC(fold(NFKC(fold(NFD(word))))). Bytes that are not UTF-8 stay as they
// are, and text on both sides of them is brought into form by itself.

#pragma once

#include "actors/rules/character_memo.hpp"
#include "messages/rules.hpp"

#include <unicode/normalizer2.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace tally {

/// Brings words into the one spelling that they are counted under.
class speller {
public:
  explicit speller(const counting_rules& rules);

  /// Tells whether all words stay as they are written.
  bool is_idle() const noexcept;

  /// Returns the spelling of `word`; valid until the next call. It may equal
  /// `word`, is never empty, and is its own spelling.
  std::string_view spell(std::string_view word);

  /// Tells whether `word` is its own spelling for sure, but for ASCII letters
  /// to be folded.
  bool stays_as_is(std::string_view word);

private:
  bool copy(std::string_view word);
  std::string_view transform(std::string_view word);
  uint8_t fate_of(int32_t code);
  uint8_t find_fate(int32_t code);
  void transform_to(std::string_view text, std::string& to) const;
  icu::UnicodeString normal(const icu::UnicodeString& text,
                            const icu::Normalizer2& form) const;

  bool plain_apostrophes_;
  bool fold_;
  normal_form form_;
  const icu::Normalizer2* decomposed_ = nullptr; // unless there is no form
  const icu::Normalizer2* composed_ = nullptr;
  character_memo fates_;
  std::unordered_map<int32_t, std::string> changed_; // single characters
  std::string copy_;
};

} // namespace tally
