#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"

#include <map>
#include <sstream>

namespace tally::test {

namespace {

/// Reads lines of a number and what it is the number of.
std::map<std::string, std::string> stats_of(const outcome& run) {
  std::map<std::string, std::string> result;
  std::istringstream lines{run.err};
  for (std::string number, of; lines >> number >> std::ws;) {
    std::getline(lines, of);
    result[of] = number;
  }
  return result;
}

uint64_t tokens(const counts& words) {
  uint64_t sum = 0;
  for (auto& [word, count] : words)
    sum += count;
  return sum;
}

} // namespace

TEST_CASE("stats agree with wc and with a naive count", "[cli][stats]") {
  for (auto& text : {prose(41, 1'500'000), any_bytes(42, 300'000),
                     uneven_words(43, 600'000), std::string{}}) {
    auto known = count_naively(text);
    auto run = tally({"--stats", "-j3"}).with_input(text).run();
    CHECK(difference(run.out, expected_counts(text)) == "");
    CHECK(run.status == 0);
    auto stats = stats_of(run);
    CHECK(stats["files"] == "1");
    CHECK(stats["bytes read"] == std::to_string(text.size()));
    CHECK(stats["tokens read"] == std::to_string(tokens(known)));
    CHECK(stats["tokens counted"] == std::to_string(tokens(known)));
    CHECK(stats["distinct words"] == std::to_string(known.size()));
    CHECK(stats.contains("seconds"));
    CHECK_FALSE(stats.contains("bytes of text"));
  }
  auto run = shell("wc -c < a && wc -w < a && \"$TALLY\" --stats a > counts")
                 .with_file("a", prose(44, 200'000))
                 .run();
  std::istringstream wc{run.out};
  std::string bytes, words;
  wc >> bytes >> words;
  CHECK(stats_of(run)["bytes read"] == bytes);
  CHECK(stats_of(run)["tokens read"] == words);
}

TEST_CASE("stats tell of compressed and marked files", "[cli][stats]") {
  auto run = tally({"--stats", "a", "b", "c", "missing"})
                 .with_file("a", compressed("gzip -c", "the foo the"))
                 .with_file("b", "\xEF\xBB\xBFthe")
                 .with_file("c", std::string_view{"\xFF\xFEt\0h\0e\0", 8})
                 .run();
  auto stats = stats_of(run);
  CHECK(run.out == "4\tthe\n1\tfoo\n");
  CHECK(run.status == 1);
  CHECK(stats["files"] == "4");
  CHECK(stats["files not read to their end"] == "1");
  CHECK(stats["files compressed"] == "1");
  CHECK(stats["files with a UTF-8 byte order mark"] == "1");
  CHECK(stats["files in UTF-16"] == "1");
  CHECK(stats["bytes of text"] == "17");
  CHECK(stats["tokens read"] == "5");
  CHECK(stats["tokens counted"] == "5");
}

TEST_CASE("the totals in json balance, and tell what stats tell",
          "[cli][stats]") {
  auto filters = "--stop-words stop --max-length 6 --exclude '[0-9]' -j3 ";
  for (std::string rules : {"", "-w text -i ", "--ngram 3 ", "-w line "}) {
    CAPTURE(rules);
    auto run = shell("\"$TALLY\" --stats -f json " + rules + filters
                     + "a b | jq -r '.totals | (.tokens + (.left_out | add) - "
                       ".read), .read, .tokens, .left_out[], .distinct'")
                   .with_file("stop", "the\nw1\n")
                   .with_file("a", prose(45, 1'000'000) + " the")
                   .with_file("b", any_bytes(46, 100'000) + " the 1 longest")
                   .run();
    auto stats = stats_of(run);
    std::string told = "0\n";
    for (auto of :
         {"tokens read", "tokens counted", "tokens left out as stop words",
          "tokens left out by length", "tokens left out by pattern",
          "distinct words"})
      told += (stats.contains(of) ? stats[of] : "0") + "\n";
    CHECK(run.out == told);
    CHECK(stats.contains("tokens left out by length"));
  }
}

TEST_CASE("there are no stats unless asked for", "[cli][stats]") {
  CHECK(tally({}).with_input("foo").run().err == "");
}

} // namespace tally::test
