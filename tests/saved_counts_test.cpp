#include "app/saved/saved_counts.hpp"

#include "app/report/report.hpp"
#include "tests/catch.hpp"

#include <map>
#include <sstream>

using namespace tally;
using namespace std::string_literals;

namespace {

using word_map = std::map<std::string, uint64_t>;

word_map counts_in(const std::string& text) {
  std::istringstream stream{text};
  word_map result;
  read_counts(stream, [&](std::string_view word, uint64_t n) {
    result[std::string{word}] += n;
  });
  return result;
}

std::optional<rule_list> rules_in(const std::string& text) {
  std::istringstream stream{text};
  return read_counts(stream, [](std::string_view, uint64_t) {});
}

// Returns the line of the damage, 0 if there is none.
uint64_t damage_in(const std::string& text) {
  try {
    counts_in(text);
  } catch (const damaged_counts& error) {
    return error.line();
  }
  return 0;
}

} // namespace

TEST_CASE("counts are read back from every format for machines", "[saved]") {
  const word_map words{{"the", 12},         {"\"q,\"", 3},
                       {"a\xff", 2},        {"a\xfe", 1},
                       {"\0\x1b"s, 5},      {"\xf0\x9f\x98\x80", 7},
                       {"\xef\xbf\xbd", 4}, {"12", 18446744073709551000u}};
  word_counts counts;
  for (auto& [word, n] : words)
    counts.push_back({word, n});
  for (auto layout : {format::tsv, format::csv, format::json})
    for (auto shares : {false, true}) {
      report_options opts;
      opts.layout = layout;
      opts.percent = opts.cumulative = shares;
      auto text = report(counts, opts);
      CAPTURE(text);
      CHECK(counts_in(text) == words);
      CHECK(rules_in(text).has_value() == (layout == format::json));
    }
}

TEST_CASE("rules are read from json", "[saved]") {
  report_options opts;
  opts.layout = format::json;
  opts.rules = {{"words", "text"}, {"unicode", "15.0"}};
  CHECK(rules_in(report({{"a", 1}}, opts)) == opts.rules);
}

TEST_CASE("json that others wrote is read, too", "[saved]") {
  CHECK(counts_in("{\"counts\":[{\"count\":2,\"word\":\"\\ud83d\\ude00\"},\n"
                  "{\"bytes\":\"FF\",\"more\":[{}],\"count\":1,\"word\":\"\"}],"
                  "\"rules\":{}}")
        == word_map{{"\xf0\x9f\x98\x80", 2}, {"\xff", 1}});
}

TEST_CASE("csv may have other columns and line ends", "[saved]") {
  CHECK(counts_in("count,note,word\n3,\"a\nb\",x\n4,,\"y\"\"\"\n")
        == word_map{{"x", 3}, {"y\"", 4}});
}

TEST_CASE("the counts of files are passed over in tsv", "[saved]") {
  CHECK(counts_in("5\t2\t0\t3\ta\n3\t0\t0\t3\t12\n")
        == word_map{{"a", 5}, {"12", 3}});
  CHECK(counts_in("5\t62.50\t2\t3\ta\n3\t37.50\t2\t1\tb\n")
        == word_map{{"a", 5}, {"b", 3}});
  std::string long_file;
  for (auto i = 5000; i > 0; --i)
    long_file += std::to_string(i) + "\t0\t" + std::to_string(i) + "\tw"
                 + std::to_string(i) + '\n';
  auto words = counts_in(long_file);
  CHECK(words.size() == 5000);
  CHECK(words["w7"] == 7);
  CHECK(damage_in(long_file + "3\t1\t1\tx\n") == 5001);
}

TEST_CASE("lines that hold tabs and numbers are not taken for files",
          "[saved]") {
  CHECK(counts_in("3\t3\ta\n2\t3\tb\n") == word_map{{"3\ta", 3}, {"3\tb", 2}});
  CHECK(counts_in("3\t1\t2\ta\n2\t2\tb\n1\tc\n")
        == word_map{{"1\t2\ta", 3}, {"2\tb", 2}, {"c", 1}});
  CHECK(counts_in("2\t1\t1\t0\tb\n1\t0\t1\t5\n")
        == word_map{{"0\tb", 2}, {"5", 1}});
}

TEST_CASE("what may be counts of files or words is refused", "[saved]") {
  CHECK(damage_in("1\t1\ta\n1\t1\tb\n") == 1);
  CHECK(damage_in("2\t2\t0\tb\n1\t1\t0\t5\n") == 1);
}

TEST_CASE("later lines tell counts of files from words", "[saved]") {
  std::string text;
  for (auto i = 0; i < 1100; ++i)
    text += "2\t2\t0\tw" + std::to_string(i) + '\n';
  CHECK(damage_in(text) == 1);
  CHECK(counts_in(text + "1\t0\t1\tzzz\n")["w7"] == 2);
  CHECK(counts_in(text + "1\tzzz\n")["2\t0\tw7"] == 2);
}

TEST_CASE("words that look just like counts of files are taken for them",
          "[saved]") {
  CHECK(counts_in("3\t1\t2\tword\n") == word_map{{"word", 3}});
  CHECK(counts_in("1\t100.00\tfoo\n") == word_map{{"foo", 1}});
}

TEST_CASE("lines that end in CR LF are refused in tsv", "[saved]") {
  CHECK(damage_in("5\tthe\r\n3\tof\r\n") == 1);
  CHECK(counts_in("5\tthe\r\n3\tof\n") == word_map{{"the\r", 5}, {"of", 3}});
}

TEST_CASE("lines that do not end are damage", "[saved]") {
  CHECK(damage_in("1\ta\n1\tb") == 2);
  CHECK(damage_in("1\ta\n12") == 2);
  CHECK(damage_in("word,count\r\na,1\r\nb,2") == 3);
  CHECK(damage_in("word,count\r\na,1\r\n\"b\",2\n") == 0);
}

TEST_CASE("shares are told from words that look like them", "[saved]") {
  CHECK(counts_in("1\t12.50\tfoo\n2\tbar\n")
        == word_map{{"12.50\tfoo", 1}, {"bar", 2}});
  CHECK(counts_in("1\t12.50\tfoo\n1\t9.99\tbar\n")
        == word_map{{"12.50\tfoo", 1}, {"9.99\tbar", 1}});
  CHECK(counts_in("1\t50.00\t7.50\tx\n1\t50.00\ty\n")
        == word_map{{"7.50\tx", 1}, {"y", 1}});
  CHECK(counts_in("2\t66.67\ta\n1\t33.33\tb\n1\t33.33\tc\n")
        == word_map{{"66.67\ta", 2}, {"33.33\tb", 1}, {"33.33\tc", 1}});
  CHECK(counts_in("1\t50.00\tx\n1\t50.00\ty\n1\t50.00\tz\n").size() == 3);
  CHECK(counts_in("2\t66.67\t66.67\ta\n1\t33.33\t100.00\tb\n")
        == word_map{{"a", 2}, {"b", 1}});
  CHECK(counts_in("2\t66.67\ta\n1\t100.00\tb\n")
        == word_map{{"a", 2}, {"b", 1}});
}

TEST_CASE("shares of more words than were saved are refused", "[saved]") {
  CHECK(damage_in("3\t30.00\ta\n2\t20.00\tb\n") == 1);
  CHECK(damage_in("1\t12.50\tfoo\n") == 1);
  CHECK(damage_in("2\t0.00\tx\n1\t0.00\ty\n") == 1);
}

TEST_CASE("shares of many words, however small, are passed over", "[saved]") {
  word_counts counts;
  for (uint64_t i = 1; i <= 3000; ++i)
    counts.push_back({"w" + std::to_string(i), i % 7 == 0 ? i * i : i});
  for (auto [percent, cumulative] :
       {std::pair{true, false}, {false, true}, {true, true}}) {
    report_options opts;
    opts.percent = percent;
    opts.cumulative = cumulative;
    auto text = report(counts, opts);
    CHECK(counts_in(text).size() == 3000);
    CHECK(counts_in(text)["w7"] == 49);
    CHECK(damage_in(text + "1\tx\n") == 3001);
  }
}

TEST_CASE("json has a place of its own for sums of words", "[saved]") {
  CHECK(counts_in("{\"counts\": [{\"word\": \"(other words)\","
                  " \"count\": 1}]}")
        == word_map{{"(other words)", 1}});
}

TEST_CASE("damage is found where it is", "[saved]") {
  CHECK(damage_in("") == 0);
  CHECK(damage_in("1\ta\nb\n") == 2);
  CHECK(damage_in("1\ta\n2\t\n") == 2);
  CHECK(damage_in("1\ta\n99999999999999999999\tb\n") == 2);
  CHECK(damage_in("3\ta\n2\t(other words)\n") == 2);
  CHECK(damage_in("3\t1\t2\ta\n2\t1\t1\t(other words)\n") == 2);
  CHECK(damage_in("hello world\n") == 1);
  CHECK(damage_in("word,count\r\na,1\r\nb\r\n") == 3);
  CHECK(damage_in("word,count\r\na,x\r\n") == 2);
  CHECK(damage_in("word,count\r\n\"a,1\r\n") == 2);
  CHECK(damage_in("{\"counts\": [\n{\"word\": \"a\", \"count\": 1},\n") > 1);
  CHECK(damage_in("{\"counts\": [\n{\"word\": \"a\"}\n]}") == 2);
  CHECK(damage_in("{\"counts\": [\n{\"word\": \"a\", \"count\": -1}\n]}") == 2);
  CHECK(damage_in("{}") == 1);
  CHECK(damage_in("{\"other\": {\"count\": 1},\n\"counts\": []}") == 1);
}
