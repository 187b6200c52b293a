#include "app/report/display_width.hpp"
#include "app/report/json_text.hpp"
#include "app/report/numbers.hpp"
#include "app/report/report.hpp"
#include "tests/catch.hpp"

using namespace tally;
using namespace std::string_literals;

namespace {

std::string json(std::string_view text) {
  std::string result;
  return append_json(result, text);
}

std::string percent(uint64_t part, uint64_t whole) {
  std::string result;
  append_percent(result, part, whole);
  return result;
}

report_options with(format layout) {
  report_options opts;
  opts.layout = layout;
  return opts;
}

const word_counts sample{{"b", 1}, {"the", 12}, {"a", 1}, {"B", 3}};

} // namespace

TEST_CASE("a text takes as many columns as a terminal gives it", "[report]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("naïve") == 5);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("ｆｕｌｌ") == 8);
  CHECK(display_width("e\xcc\x81") == 1);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("한") == 2);
  CHECK(display_width("ᄒ\xe1\x85\xa1\xe1\x86\xab") == 2);
  CHECK(display_width("a\xe2\x80\x8d"
                      "b")
        == 2);
}

TEST_CASE("shares have two decimals", "[report]") {
  CHECK(percent(0, 0) == "0.00");
  CHECK(percent(0, 7) == "0.00");
  CHECK(percent(1, 3) == "33.33");
  CHECK(percent(2, 3) == "66.67");
  CHECK(percent(7, 7) == "100.00");
  CHECK(percent(~uint64_t{0}, ~uint64_t{0}) == "100.00");
}

TEST_CASE("strings in JSON are UTF-8 that no terminal obeys", "[report]") {
  CHECK(json("a\"b\\c/") == R"("a\"b\\c/")");
  CHECK(json("\0\x1b\x7f"s) == R"("\u0000\u001b\u007f")");
  CHECK(json("\xc2\x9b\xe2\x80\xae") == R"("\u009b\u202e")");
  CHECK(json("中\xf0\x9f\x98\x80") == "\"中\xf0\x9f\x98\x80\"");
  CHECK(json("a\xff\xc3") == "\"a\xef\xbf\xbd\xef\xbf\xbd\"");
  CHECK(is_utf8("中"));
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));
}

TEST_CASE("csv has a header and quotes what it must", "[report]") {
  auto opts = with(format::csv);
  CHECK(report({}, opts) == "word,count\r\n");
  CHECK(report({{"a,b", 3}, {"\"q\"", 2}, {"\xff", 1}}, opts)
        == "word,count\r\n\"a,b\",3\r\n\"\"\"q\"\"\",2\r\n\xff,1\r\n");
  opts.percent = opts.cumulative = true;
  CHECK(report({{"a", 3}, {"b", 1}}, opts)
        == "word,count,percent,cumulative\r\n"
           "a,3,75.00,75.00\r\nb,1,25.00,100.00\r\n");
}

TEST_CASE("json holds rules, totals and counts in order", "[report]") {
  auto opts = with(format::json);
  opts.ranking.top = 2;
  opts.tokens = {23, {1, 2, 3}};
  CHECK(report(sample, opts)
        == "{\"rules\": {\"words\": \"space\", \"form\": \"none\", "
           "\"ignore_case\": \"false\"},\n"
           "\"totals\": {\"read\": 23, \"tokens\": 17, \"left_out\": "
           "{\"stop_words\": 1, \"length\": 2, \"pattern\": 3}, "
           "\"distinct\": 4},\n"
           "\"counts\": [\n"
           "{\"word\": \"the\", \"count\": 12},\n"
           "{\"word\": \"B\", \"count\": 3}\n"
           "]}\n");
}

TEST_CASE("json has the bytes of words that are not UTF-8", "[report]") {
  CHECK(report({{"a\xff", 1}}, with(format::json))
            .find(R"({"word": "a�", "bytes": "61ff", "count": 1})")
        != std::string::npos);
}

TEST_CASE("tsv has shares between the count and the word", "[report]") {
  auto opts = with(format::tsv);
  opts.percent = true;
  CHECK(report({{"a", 3}, {"b", 1}}, opts) == "3\t75.00\ta\n1\t25.00\tb\n");
  opts.cumulative = true;
  opts.other = true;
  opts.ranking.top = 1;
  CHECK(report({{"a", 3}, {"b", 1}}, opts)
        == "3\t75.00\t75.00\ta\n1\t25.00\t100.00\t(other words)\n");
}

TEST_CASE("words are raw unless a terminal would obey them", "[report]") {
  for (auto layout : {format::tsv, format::csv}) {
    auto raw = report({{"\x1b[2J", 1}}, with(layout));
    auto seen = report({{"\x1b[2J", 1}}, with(layout), {true, 80, false});
    CHECK(raw.find("\x1b[2J") != std::string::npos);
    CHECK(seen.find("^[[2J") != std::string::npos);
    CHECK(seen.find('\x1b') == std::string::npos);
  }
  auto table = report({{"\x1b[2J", 1}}, with(format::table));
  CHECK(table.find("^[[2J") != std::string::npos);
}

TEST_CASE("bars start in the same column after wide words", "[report]") {
  auto text = report({{"中文", 4}, {"e\xcc\x81", 2}, {"w", 1}},
                     with(format::table), {true, 58, false});
  CHECK(text
        == "rank  count  percent  word\n"
           "   1      4   57.14%  中文                ████████████████\n"
           "   2      2   28.57%  e\xcc\x81                   ████████\n"
           "   3      1   14.29%  w                   ████\n");
}

TEST_CASE("a word too long for its column is whole, without a bar",
          "[report]") {
  std::string word(100, 'x');
  auto text = report({{word, 4}}, with(format::table), {true, 80, false});
  CHECK(text
        == "rank  count  percent  word\n   1      4  100.00%  " + word + "\n");
}
