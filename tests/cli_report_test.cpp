#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/pty.hpp"

#include <regex>

namespace tally::test {

namespace {

constexpr auto bytes = "\"q,x\" \"q,x\" \"q,x\" \xff\xfe \xff\xfe a\x1b[31m "
                       "\xe4\xb8\xad \xef\xbf\xbd\xef\xbf\xbd";

// Reads a report on stdin and prints it as tsv would have been.
constexpr auto csv_reader = R"(
import csv, sys
rows = list(csv.reader(open(0, encoding='utf-8', errors='surrogateescape',
                            newline='')))
assert rows[0] == ['word', 'count'], rows[0]
for word, count in rows[1:]:
    sys.stdout.buffer.write(count.encode() + b'\t'
        + word.encode('utf-8', 'surrogateescape') + b'\n')
)";

constexpr auto json_reader = R"(
import json, sys
report = json.loads(sys.stdin.buffer.read().decode('utf-8', 'strict'))
assert report['rules'] == {'words': 'space', 'form': 'none',
                           'ignore_case': 'false'}, report
totals = report['totals']
assert totals['tokens'] == 8 and totals['distinct'] == 5, report
assert totals['read'] == totals['tokens'] + sum(totals['left_out'].values())
for x in report['counts']:
    word = bytes.fromhex(x['bytes']) if 'bytes' in x else x['word'].encode()
    sys.stdout.buffer.write(str(x['count']).encode() + b'\t' + word + b'\n')
)";

std::string read_back(const std::string& format, const std::string& script) {
  auto run = shell("\"$TALLY\" -f " + format + " t | python3 read.py")
                 .with_file("t", bytes)
                 .with_file("read.py", script)
                 .run();
  CHECK(run.err == "");
  CHECK(run.status == 0);
  return run.out;
}

std::string seen(const std::string& script, int columns) {
  terminal screen{{"/bin/sh", "-c", script}, {{}, columns, 24}};
  CHECK(screen.status() == 0);
  return std::regex_replace(screen.bytes(), std::regex{"\r"}, "");
}

} // namespace

TEST_CASE("csv is read back by python", "[cli]") {
  CHECK(read_back("csv", csv_reader) == tally({}).with_input(bytes).run().out);
}

TEST_CASE("json is read back by python", "[cli]") {
  CHECK(read_back("json", json_reader)
        == tally({}).with_input(bytes).run().out);
}

TEST_CASE("json is read back by jq", "[cli]") {
  auto run = shell("\"$TALLY\" -f json --percent --cumulative --other -n 2 t |"
                   " jq -c '.rules, .totals, .other, (.counts[] |"
                   " .percent += 0 | .cumulative += 0)'")
                 .with_file("t", bytes)
                 .run();
  CHECK(run.out
        == "{\"words\":\"space\",\"form\":\"none\",\"ignore_case\":\"false\"}\n"
           "{\"read\":8,\"tokens\":8,\"left_out\":{\"stop_words\":0,"
           "\"length\":0,\"pattern\":0},\"distinct\":5}\n"
           "{\"count\":3,\"words\":3}\n"
           "{\"word\":\"\\\"q,x\\\"\",\"count\":3,\"percent\":37.5,"
           "\"cumulative\":37.5}\n"
           "{\"word\":\"��\",\"bytes\":\"fffe\",\"count\":2,\"percent\":25,"
           "\"cumulative\":62.5}\n");
  CHECK(run.err == "");
}

TEST_CASE("the words left out are summed up when asked", "[cli]") {
  auto run = [](std::vector<std::string> options) {
    return tally(std::move(options)).with_input("a a a b b c d e").run().out;
  };
  CHECK(run({"--other", "--top", "1"}) == "3\ta\n5\t(other words)\n");
  CHECK(run({"--other", "--min-count", "2"})
        == "3\ta\n2\tb\n3\t(other words)\n");
  CHECK(run({"--other", "--top", "0", "-fcsv"})
        == "word,count\r\n(other words),8\r\n");
  CHECK(run({"--other"}) == "3\ta\n2\tb\n1\tc\n1\td\n1\te\n");
  CHECK(run({"--other", "--top", "1", "--percent", "-ftable"})
        == "rank  count  percent  word\n"
           "   1      3   37.50%  a\n"
           "          5   62.50%  (other words)\n");
}

TEST_CASE("shares are told in every format when asked", "[cli]") {
  auto run = [](const std::string& format) {
    return tally({"--percent", "--cumulative", "-f", format})
        .with_input("a a a b")
        .run()
        .out;
  };
  CHECK(run("tsv") == "3\t75.00\t75.00\ta\n1\t25.00\t100.00\tb\n");
  CHECK(run("csv")
        == "word,count,percent,cumulative\r\n"
           "a,3,75.00,75.00\r\nb,1,25.00,100.00\r\n");
  CHECK(run("table")
        == "rank  count  percent  cumulative  word\n"
           "   1      3   75.00%      75.00%  a\n"
           "   2      1   25.00%     100.00%  b\n");
  auto json = run("json");
  CAPTURE(json);
  CHECK(json.find("\"word\": \"a\", \"count\": 3, \"percent\": 75.00, "
                  "\"cumulative\": 75.00")
        != std::string::npos);
}

TEST_CASE("what top leaves out is told on a terminal only", "[cli][pty]") {
  CHECK(seen("echo a a a b b c > t; \"$TALLY\" -f tsv -n 1 t", 80)
        == "3\ta\ntally: left out 2 words, 50.00% of all that was counted.\n");
  CHECK(seen("echo a a b > t; \"$TALLY\" -f tsv -n 2 t", 80) == "2\ta\n1\tb\n");
  CHECK(tally({"-n", "1"}).with_input("a b").run().err == "");
}

TEST_CASE("a narrow terminal gets few columns", "[cli][pty]") {
  auto script = "echo a a a b > t; NO_COLOR=1 \"$TALLY\" t";
  CHECK(seen(script, 20) == "count  word\n    3  a\n    1  b\n");
  CHECK(seen(script, 24)
        == "rank  count  word\n   1      3  a\n   2      1  b\n");
  CHECK(seen(script, 40)
        == "rank  count  percent  word\n"
           "   1      3   75.00%  a\n   2      1   25.00%  b\n");
}

TEST_CASE("words of any width leave columns aligned on a terminal",
          "[cli][pty]") {
  terminal screen{{"/bin/sh", "-c",
                   "printf '你好 你好 e\\314\\201te\\314\\201 plain ก็' > t;"
                   " \"$TALLY\" t"}};
  CHECK(screen.status() == 0);
  CHECK(screen.rows().size() == 5);
  auto bars = screen.columns_of(U'█');
  CHECK(bars == std::vector<int>(4, bars.at(0)));
  CHECK(bars.at(0) > 30);
}

TEST_CASE("COLUMNS tells the width too", "[cli][pty]") {
  CHECK(seen("echo a > t; COLUMNS=20 NO_COLOR=1 \"$TALLY\" t", 80)
        == "count  word\n    1  a\n");
}

TEST_CASE("colors are for terminals, unless told otherwise", "[cli][pty]") {
  auto has_color = [](const std::string& command) {
    return seen("echo a > t; " + command, 80).find("\x1b[")
           != std::string::npos;
  };
  CHECK(has_color("\"$TALLY\" t"));
  CHECK_FALSE(has_color("NO_COLOR=1 \"$TALLY\" t"));
  CHECK_FALSE(has_color("TERM=dumb \"$TALLY\" t"));
  CHECK_FALSE(has_color("\"$TALLY\" --color never t"));
  CHECK_FALSE(has_color("\"$TALLY\" -f table t | cat"));
  CHECK(has_color("\"$TALLY\" -f table --color always t | cat"));
  CHECK(has_color("NO_COLOR=1 \"$TALLY\" --color always t"));
}

TEST_CASE("no word of a file controls a terminal", "[cli][pty]") {
  for (std::string format : {"tsv", "csv", "json", "table"}) {
    auto text = seen("printf 'a\\033]0;x\\007 \\302\\2332J \\23331m' > t;"
                     "\"$TALLY\" --color never -f "
                         + format + " t",
                     80);
    CAPTURE(format, text);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find('\x9b') == std::string::npos);
  }
}

} // namespace tally::test
