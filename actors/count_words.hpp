#pragma once
#include "actors/tokenizer.hpp"
#include "actors/word_table.hpp"
namespace tally {
inline void count_words(std::string_view text, word_table& table) {
  for_each_word(text, [&](auto word) { table.add(word); });
}
} // namespace tally
