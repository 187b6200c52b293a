#include "app/saved/saved_formats.hpp"
#include "app/terminal/line_meaning.hpp"

#include <algorithm>
#include <istream>
#include <limits>
#include <optional>
#include <vector>

namespace tally {

namespace {

// Tells whether `text` is a share as reports have it, such as "33.33".
bool is_share(std::string_view text) {
  auto point = text.size() < 4 ? text.npos : text.size() - 3;
  return text.size() <= 6 && point != text.npos && text[point] == '.'
         && number_in(text.substr(0, point))
         && number_in(text.substr(point + 1));
}

std::string_view without_shares(std::string_view text) {
  for (int i = 0; i < 2; ++i) {
    auto tab = text.find('\t');
    if (tab == text.npos || !is_share(text.substr(0, tab)))
      break;
    text.remove_prefix(tab + 1);
  }
  return text;
}

// A line without its count and shares.
struct saved_line {
  uint64_t number;
  uint64_t count;
  std::string text;
};

// How many counts of files a line may have.
struct possible_files {
  size_t least = 1;
  size_t most = std::numeric_limits<size_t>::max();
};

// They have to add up to `count`; zeros after them may be counts or the word.
possible_files files_in(std::string_view text, uint64_t count) {
  possible_files found{1, 0};
  size_t fields = 0;
  for (auto tab = text.find('\t'); tab != text.npos; tab = text.find('\t')) {
    auto n = number_in(text.substr(0, tab));
    if (!n || *n > count)
      break;
    count -= *n;
    ++fields;
    if (count == 0 && found.most == 0)
      found.least = fields;
    if (count == 0)
      found.most = fields;
    text.remove_prefix(tab + 1);
  }
  return found;
}

std::string_view without_fields(std::string_view text, size_t n) {
  for (; n > 0; --n)
    text.remove_prefix(text.find('\t') + 1);
  return text;
}

// Takes lines in. Words may hold tabs and numbers where they are lines, so a
// few lines have to agree on how many counts of files there are.
class tsv_reader {
public:
  explicit tsv_reader(const count_function& add) : add_(add) {
    // nop
  }

  void take(uint64_t number, uint64_t count, std::string_view text) {
    if (files_)
      return hand_over(number, count, text);
    first_.push_back({number, count, std::string{text}});
    auto [least, most] = files_in(text, count);
    possible_.least = std::max(possible_.least, least);
    possible_.most = std::min(possible_.most, most);
    if (possible_.least > possible_.most || first_.size() == enough)
      decide();
  }

  void finish() {
    if (!files_)
      decide();
  }

private:
  static constexpr size_t enough = 1000;

  void decide() {
    files_ = possible_.least > possible_.most ? 0 : possible_.most;
    for (auto& x : first_)
      hand_over(x.number, x.count, x.text);
    first_ = {};
  }

  void hand_over(uint64_t number, uint64_t count, std::string_view text) {
    auto files = *files_;
    if (files > 0) {
      auto [least, most] = files_in(text, count);
      if (files < least || files > most)
        throw damaged_counts{number, "has counts of files that do not add up."};
    }
    add_saved(number, without_fields(text, files), count, add_);
  }

  const count_function& add_;
  std::optional<size_t> files_; // not known from the start
  possible_files possible_;     // as far as the first lines tell
  std::vector<saved_line> first_;
};

} // namespace

void read_tsv(std::istream& text, const count_function& add) {
  tsv_reader reader{add};
  uint64_t number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    auto tab = line.find('\t');
    auto count = number_in(std::string_view{line}.substr(0, tab));
    if (!count || tab == line.npos)
      throw damaged_counts{number, "is not COUNT<TAB>WORD."};
    reader.take(number, *count,
                without_shares(std::string_view{line}.substr(tab + 1)));
  }
  reader.finish();
}

} // namespace tally
