#include "app/saved/saved_formats.hpp"
#include "app/terminal/line_meaning.hpp"

#include <algorithm>
#include <istream>
#include <vector>

namespace tally {

namespace {

// Reads the fields of a file in RFC 4180.
class csv_reader {
public:
  explicit csv_reader(std::istream& text) : text_(*text.rdbuf()) {
    // nop
  }

  // Reads the next record; returns false at the end.
  bool next(std::vector<std::string>& fields) {
    line_ = next_line_;
    fields.assign(1, {});
    auto c = text_.sbumpc();
    if (c == end)
      return false;
    for (; c != end && c != '\n'; c = text_.sbumpc()) {
      if (c == ',')
        fields.emplace_back();
      else if (c == '"' && fields.back().empty())
        read_quoted(fields.back());
      else if (c != '\r' || text_.sgetc() != '\n')
        fields.back() += static_cast<char>(c);
    }
    if (c == end)
      throw cut_off(line_);
    ++next_line_;
    return true;
  }

  // Returns where the last record started.
  uint64_t line() const {
    return line_;
  }

private:
  static constexpr auto end = std::streambuf::traits_type::eof();

  void read_quoted(std::string& field) {
    for (auto c = text_.sbumpc(); c != end; c = text_.sbumpc()) {
      if (c == '"' && text_.sgetc() != '"')
        return;
      if (c == '"')
        text_.sbumpc();
      next_line_ += c == '\n';
      field += static_cast<char>(c);
    }
    throw damaged_counts{line_, "has a quotation mark that is never closed.",
                         "Get the whole file, or close it."};
  }

  std::streambuf& text_;
  uint64_t line_ = 0;
  uint64_t next_line_ = 1;
};

size_t column(const std::vector<std::string>& header, std::string_view name) {
  auto found = std::find(header.begin(), header.end(), name);
  if (found == header.end())
    throw damaged_counts{1, "is neither COUNT<TAB>WORD nor a header with "
                            "'word' and 'count'."};
  return static_cast<size_t>(found - header.begin());
}

} // namespace

void read_csv(std::istream& text, const count_function& add) {
  csv_reader reader{text};
  std::vector<std::string> fields;
  reader.next(fields);
  auto word = column(fields, "word");
  auto count = column(fields, "count");
  auto size = fields.size();
  while (reader.next(fields)) {
    auto n = fields.size() == size ? number_in(fields[count]) : std::nullopt;
    if (!n)
      throw damaged_counts{reader.line(), "is not as the header has it."};
    add_saved_row(reader.line(), fields[word], *n, add);
  }
}

} // namespace tally
