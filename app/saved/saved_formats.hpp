// The formats of saved counts one by one. All throw `damaged_counts`.

#pragma once

#include "app/saved/saved_counts.hpp"

namespace tally {

/// Reads lines `count<TAB>word`, with or without shares and the counts of files
/// between the two. Counts of files are numbers that add up to the count in
/// each line. Refuses lines in which such numbers may as well belong to the
/// words.
void read_tsv(std::istream& text, const count_function& add);

/// Reads RFC 4180, with any columns that its header names, in any order.
void read_csv(std::istream& text, const count_function& add);

/// Reads an object in JSON. Holds no more of it in memory than a word.
std::optional<rule_list> read_json(std::istream& text,
                                   const count_function& add);

/// Returns what is wrong with a line that does not end.
damaged_counts cut_off(uint64_t line);

/// Returns what is wrong with a sum of words that are not told apart.
damaged_counts summed_up(uint64_t line);

/// Hands `word` and its count to `add`, unless that is 0, or throws if it is no
/// word.
void add_saved(uint64_t line, std::string_view word, uint64_t n,
               const count_function& add);

/// The same for formats that tell sums by a name instead of a word.
void add_saved_row(uint64_t line, std::string_view word, uint64_t n,
                   const count_function& add);

} // namespace tally
