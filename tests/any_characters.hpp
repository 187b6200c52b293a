// Texts that no language has: characters of all of Unicode, each class that
// matters to words as often as any other.

#pragma once

#include "tests/word_oracle.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tally::test {

/// Returns text of about `size` bytes. It holds characters of all classes of
/// Word_Break and of all scripts with dictionaries, such that are not assigned
/// or never will be, halves of surrogates and other bytes that are not UTF-8.
std::string any_characters(generator& random, size_t size);

/// Sentences of languages that do not separate words, by their names.
const std::vector<std::pair<std::string, std::string>>& unspaced_sentences();

/// Returns `size` bytes or more of a sentence, again and again, with neither
/// white space nor punctuation of any kind.
std::string unbroken(const std::string& sentence, size_t size);

} // namespace tally::test
