#include "app/saved/saved_formats.hpp"
#include "app/saved/share_columns.hpp"
#include "app/terminal/line_meaning.hpp"

#include <algorithm>
#include <istream>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace tally {

namespace {

// A line; the text follows its count.
template <class Text>
struct numbered_line {
  uint64_t number;
  uint64_t count;
  Text text;
};

using line_view = numbered_line<std::string_view>;
using saved_line = numbered_line<std::string>;

// How many counts of files a line may have.
struct possible_files {
  size_t least = 1;
  size_t most = std::numeric_limits<size_t>::max();

  // A single count only repeats that of the line, as the start of a word may.
  bool are_ambiguous() const {
    return least < most || (least == 1 && most == 1);
  }

  size_t number() const {
    return least <= most ? most : 0;
  }
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

damaged_counts ambiguous(const std::string& what) {
  return {1, "has a number that may be " + what + " or belong to the word.",
          "Save the counts of all words as csv or json instead."};
}

// Returns the most columns of shares that fit all lines.
share_columns shares_of(const std::vector<saved_line>& lines) {
  for (auto [percent, cumulative] :
       {std::pair{true, true}, {true, false}, {false, true}}) {
    share_columns tried{percent, cumulative};
    if (std::all_of(lines.begin(), lines.end(), [&](auto& line) {
          std::string_view text{line.text};
          return tried.take_off(text, line.count);
        }))
      return {percent, cumulative};
  }
  return {false, false};
}

// Returns how many counts of files fit all lines.
possible_files files_of(const std::vector<saved_line>& lines,
                        share_columns shares) {
  possible_files possible;
  for (auto& line : lines) {
    std::string_view text{line.text};
    shares.take_off(text, line.count);
    auto [least, most] = files_in(text, line.count);
    possible.least = std::max(possible.least, least);
    possible.most = std::min(possible.most, most);
  }
  return possible;
}

// Takes lines in. Words may hold tabs and numbers where they are lines, so the
// first lines have to agree on what is between counts and words.
class tsv_reader {
public:
  explicit tsv_reader(const count_function& add) : add_(add) {
    // nop
  }

  void take(const line_view& line) {
    if (shares_)
      return hand_over(line);
    first_.push_back({line.number, line.count, std::string{line.text}});
    if (first_.size() == enough_)
      decide(first_.size() == most_lines);
  }

  void finish() {
    if (!shares_)
      decide(true);
    if (!shares_->fit_all())
      throw ambiguous("a share");
  }

private:
  static constexpr size_t most_lines = 100'000;

  // Looks at more lines if it cannot tell from these, unless it has to.
  void decide(bool at_last) {
    auto shares = shares_of(first_);
    auto files = files_of(first_, shares);
    if (files.are_ambiguous() && !at_last) {
      enough_ *= 10;
      return;
    }
    if (files.are_ambiguous())
      throw ambiguous("the count of a file");
    refuse_cr_lf();
    shares_ = shares;
    files_ = files.number();
    for (auto& line : first_)
      hand_over({line.number, line.count, line.text});
    first_ = {};
  }

  void refuse_cr_lf() const {
    if (std::all_of(first_.begin(), first_.end(),
                    [](auto& line) { return line.text.ends_with('\r'); }))
      throw damaged_counts{1, "ends in CR LF, and so do all others.",
                           "End the lines in LF."};
  }

  void hand_over(const line_view& line) {
    auto text = line.text;
    if (!shares_->take_off(text, line.count))
      throw damaged_counts{
          line.number,
          "lacks a share, or has one that does not fit the counts."};
    if (files_ > 0) {
      auto [least, most] = files_in(text, line.count);
      if (files_ < least || files_ > most)
        throw damaged_counts{line.number,
                             "has counts of files that do not add up."};
    }
    add_saved_row(line.number, without_fields(text, files_), line.count, add_);
  }

  const count_function& add_;
  std::optional<share_columns> shares_; // not known from the start
  size_t files_ = 0;
  std::vector<saved_line> first_;
  size_t enough_ = 1000; // lines to decide by
};

} // namespace

void read_tsv(std::istream& text, const count_function& add) {
  tsv_reader reader{add};
  uint64_t number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (text.eof())
      throw cut_off(number);
    auto tab = line.find('\t');
    auto count = number_in(std::string_view{line}.substr(0, tab));
    if (!count || tab == line.npos)
      throw damaged_counts{number, "is not COUNT<TAB>WORD."};
    reader.take({number, *count, std::string_view{line}.substr(tab + 1)});
  }
  reader.finish();
}

} // namespace tally
