// Counts that tally saved, read again. What a file starts with tells whether it
// is tsv, csv or json.

#pragma once

#include "app/input/byte_source.hpp"
#include "app/input/reading.hpp"
#include "app/report/rule_list.hpp"
#include "messages/payload.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

namespace tally {

/// What is wrong with saved counts, and where.
class damaged_counts : public std::runtime_error {
public:
  /// `what` ends the sentence that names the line; `remedy` is another one.
  damaged_counts(uint64_t line, const std::string& what,
                 const std::string& remedy
                 = "Name a file that tally saved as tsv, csv or json.")
    : std::runtime_error(what + ' ' + remedy), line_(line) {
    // nop
  }

  /// Returns the number of the line, the first of which is 1.
  uint64_t line() const noexcept {
    return line_;
  }

private:
  uint64_t line_;
};

/// Takes over a word and its count, which is not 0.
using count_function = std::function<void(std::string_view word, uint64_t n)>;

/// Calls `add` for each count in `text` and returns the rules that they were
/// made by, if the text tells any. Throws `damaged_counts`.
std::optional<rule_list> read_counts(std::istream& text,
                                     const count_function& add);

/// Does the same for a file, called `name`, as far as `how` lets it. Puts its
/// rules into `rules`, and returns whole sentences that tell what is wrong with
/// it, or nothing. What came before that has been added.
std::string read_file(byte_source& from, const reading& how,
                      const std::string& name, const count_function& add,
                      std::optional<rule_list>& rules);

/// What a file of saved counts holds.
struct saved_counts {
  word_counts counts;
  std::optional<rule_list> rules; ///< If the file tells them.
};

/// Returns what the file `path` holds, or a whole sentence that tells what is
/// wrong with it.
std::variant<saved_counts, std::string> load_counts(const std::string& path);

} // namespace tally
