#include "app/saved/saved_formats.hpp"

#include <istream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace tally {

namespace {

using json = nlohmann::json;

// The characters of a stream, of which it counts the lines.
class counting_iterator {
public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  counting_iterator() = default;

  counting_iterator(std::istream& text, uint64_t& line)
    : at_(text), line_(&line) {
    // nop
  }

  char operator*() const {
    return *at_;
  }

  counting_iterator& operator++() {
    *line_ += *at_ == '\n';
    ++at_;
    return *this;
  }

  bool operator==(const counting_iterator& other) const {
    return at_ == other.at_;
  }

private:
  std::istreambuf_iterator<char> at_;
  uint64_t* line_ = nullptr;
};

std::string from_hex(const std::string& digits) {
  auto value
      = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  std::string bytes;
  if (digits.size() % 2 == 0
      && digits.find_first_not_of("0123456789abcdefABCDEF") == digits.npos)
    for (size_t i = 0; i < digits.size(); i += 2)
      bytes += static_cast<char>(value(digits[i]) << 4 | value(digits[i + 1]));
  return bytes;
}

// Takes the events of a parser for the object that a report in JSON is.
class json_counts : public nlohmann::json_sax<json> {
public:
  json_counts(const uint64_t& line, const count_function& add)
    : line_(line), add_(add) {
    // nop
  }

  std::optional<rule_list> rules;

  bool has_counts() const {
    return has_counts_;
  }

  bool start_object(size_t) override {
    ++depth_;
    if (depth_ == 2 && member_ == "rules")
      rules.emplace();
    if (is_entry()) {
      word_.reset();
      count_.reset();
    }
    return true;
  }

  bool end_object() override {
    if (is_entry()) {
      if (!word_ || !count_)
        damaged("has no word and count.");
      add_saved(line_, *word_, *count_, add_);
    }
    --depth_;
    return true;
  }

  bool start_array(size_t) override {
    ++depth_;
    has_counts_ = has_counts_ || (depth_ == 2 && member_ == "counts");
    return true;
  }

  bool end_array() override {
    --depth_;
    return true;
  }

  bool key(std::string& name) override {
    (depth_ == 1 ? member_ : key_) = name;
    return true;
  }

  bool string(std::string& text) override {
    if (depth_ == 2 && member_ == "rules" && rules)
      rules->emplace_back(key_, text);
    if (is_entry() && key_ == "word" && !word_)
      word_ = text;
    if (is_entry() && key_ == "bytes")
      word_ = from_hex(text);
    return true;
  }

  bool number_unsigned(uint64_t n) override {
    if (is_entry() && key_ == "count")
      count_ = n;
    if (depth_ == 2 && member_ == "other" && key_ == "count" && n > 0)
      throw summed_up(line_);
    return true;
  }

  bool null() override {
    return true;
  }

  bool boolean(bool) override {
    return true;
  }

  bool number_integer(int64_t) override {
    return true;
  }

  bool number_float(double, const std::string&) override {
    return true;
  }

  bool binary(json::binary_t&) override {
    return true;
  }

  bool parse_error(size_t, const std::string&,
                   const nlohmann::detail::exception&) override {
    damaged("is not JSON, or it ends too early.");
  }

  [[noreturn]] void damaged(const char* what) const {
    throw damaged_counts{line_, what};
  }

private:
  bool is_entry() const {
    return depth_ == 3 && member_ == "counts";
  }

  const uint64_t& line_;
  const count_function& add_;
  int depth_ = 0;
  bool has_counts_ = false;
  std::string member_; // the key in the outermost object
  std::string key_;
  std::optional<std::string> word_;
  std::optional<uint64_t> count_;
};

} // namespace

std::optional<rule_list> read_json(std::istream& text,
                                   const count_function& add) {
  uint64_t line = 1;
  json_counts counts{line, add};
  json::sax_parse(counting_iterator{text, line}, counting_iterator{}, &counts);
  if (!counts.has_counts())
    counts.damaged("ends an object without the member 'counts'.");
  if (counts.rules && counts.rules->empty())
    return std::nullopt;
  return std::move(counts.rules);
}

} // namespace tally
