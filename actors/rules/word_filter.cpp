#include "actors/rules/word_filter.hpp"

#include "actors/rules/ascii.hpp"
#include "actors/rules/utf8.hpp"
#include "actors/text/tokenizer.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace tally {

namespace {

// Returns nothing for no pattern.
std::unique_ptr<re2::RE2> compile(const std::string& pattern,
                                  bool ignore_case) {
  if (pattern.empty())
    return nullptr;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignore_case);
  auto result = std::make_unique<re2::RE2>(pattern, options);
  if (!result->ok())
    throw std::invalid_argument{"The regular expression '" + pattern
                                + "' makes no sense: " + result->error() + '.'};
  return result;
}

std::unique_ptr<icu::BreakIterator> cluster_iterator() {
  auto status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> result{
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(),
                                                  status)};
  if (U_FAILURE(status))
    throw std::runtime_error{std::string{"ICU has no characters: "}
                             + u_errorName(status) + '.'};
  return result;
}

// Returns what stands before a comment, without white space around it.
std::string_view entry_of(std::string_view line) {
  auto first = line.data();
  size_t size = 0;
  auto ended = false;
  for_each_word(line, [&](std::string_view word) {
    ended = ended || word.starts_with('#');
    if (ended)
      return;
    if (size == 0)
      first = word.data();
    size = static_cast<size_t>(word.data() + word.size() - first);
  });
  return {first, size};
}

} // namespace

word_filter::word_filter(const counting_rules& rules)
  : min_length_{rules.min_length},
    max_length_{rules.max_length},
    has_stop_words_{!rules.stop_words.empty()},
    match_{compile(rules.match, rules.ignore_case)},
    exclude_{compile(rules.exclude, rules.ignore_case)},
    clusters_{cluster_iterator()} {
  speller spelling{rules};
  for (auto& word : rules.stop_words)
    stop_words_.add(spelling.spell(word));
}

bool word_filter::keeps(std::string_view word) {
  if (has_stop_words_ && stop_words_.count(word) > 0)
    ++dropped_.stop_words;
  else if (!has_right_length(word))
    ++dropped_.length;
  else if (!fits_patterns(word))
    ++dropped_.pattern;
  else
    return true;
  return false;
}

bool word_filter::has_right_length(std::string_view word) {
  if (min_length_ <= 1 && max_length_ == 0)
    return true;
  auto n = length(word);
  return n >= min_length_ && (max_length_ == 0 || n <= max_length_);
}

// In grapheme clusters, what readers take for one character.
size_t word_filter::length(std::string_view word) {
  if (is_ascii(word))
    return word.size();
  auto text = to_utf16(word);
  clusters_->setText(text);
  size_t result = 0;
  while (clusters_->next() != icu::BreakIterator::DONE)
    ++result;
  return result;
}

bool word_filter::fits_patterns(std::string_view word) const {
  re2::StringPiece text{word.data(), word.size()};
  return (!match_ || re2::RE2::PartialMatch(text, *match_))
         && (!exclude_ || !re2::RE2::PartialMatch(text, *exclude_));
}

std::string stop_list_hash(const counting_rules& rules) {
  if (rules.stop_words.empty())
    return {};
  speller spelling{rules};
  std::set<std::string> words;
  for (auto& word : rules.stop_words)
    words.emplace(spelling.spell(word));
  uint64_t hash = 0xCBF29CE484222325;
  for (auto& word : words)
    for (auto byte : word + '\n')
      hash = (hash ^ static_cast<uint8_t>(byte)) * 0x100000001B3;
  std::string result(16, '0');
  for (auto i = result.rbegin(); i != result.rend(); ++i, hash >>= 4)
    *i = "0123456789abcdef"[hash & 15];
  return result;
}

std::vector<std::string> parse_word_list(std::string_view text) {
  std::vector<std::string> result;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (auto word = entry_of(line); !word.empty())
      result.emplace_back(word);
  }
  return result;
}

} // namespace tally
