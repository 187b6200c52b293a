#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"

namespace tally::test {

namespace {

#ifdef TALLY_SANITIZED
constexpr size_t times = 10; // slow, and sanitizers take memory of their own
#else
constexpr size_t times = 300;
#endif

/// Counts `input`, which holds `text`, many times over.
void check_memory(const std::string& input, const std::string& text) {
  std::string expected;
  for (auto& [word, count] : ranked(count_naively(text)))
    expected += std::to_string(times * count) + '\t' + word + '\n';
  // More than a pipe holds: the program is still alive when its first counts
  // are read and its memory is looked at.
  REQUIRE(expected.size() > 100'000);
  auto run = tally({"-j", "2"}).with_input(input, times).run();
  CHECK(difference(run.out, expected) == "");
  CHECK(run.status == 0);
#ifndef TALLY_SANITIZED
  CHECK(run.peak_kib > 0);
  CHECK(run.peak_kib <= 64 * 1024);
#endif
}

} // namespace

TEST_CASE("memory does not grow with the input", "[cli]") {
  auto text = prose(5, 1'000'000) + "end\n";
  check_memory(text, text);
}

TEST_CASE("memory does not grow with what the input becomes", "[cli]") {
  auto text = prose(5, 500'000) + "end\n";
  check_memory(compressed("gzip -c", text), text);
}

#ifndef TALLY_SANITIZED

TEST_CASE("text that cannot be cut takes not much more memory than its size",
          "[cli]") {
  auto words = prose(5, 1'000'000);
  std::string text;
  while (text.size() < 12'000'000)
    text += "\u00B7";
  auto run = tally({"-j1", "-w", "text"}).with_input(text + '\n' + words).run();
  REQUIRE(run.out.size() > 100'000);
  CHECK(run.status == 0);
  CHECK(run.peak_kib > 0);
  CHECK(run.peak_kib <= 160 * 1024);
}

TEST_CASE("words that are not shown need no room in the report", "[cli]") {
  auto run = shell("head -c 1000000 /dev/zero | tr '\\0' x > long\n"
                   "for i in $(seq 100 299); do cat long; echo $i; done |\n"
                   "  (ulimit -v 620000; timeout 20 \"$TALLY\" -j1 -n1)")
                 .run();
  CHECK(run.out == "1\t" + std::string(1'000'000, 'x') + "100\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("a program that starts with little memory starts with more",
          "[cli]") {
  auto run = shell("for limit in $(seq 100000 20000 500000); do\n"
                   "  (ulimit -v $limit; echo a |\n"
                   "    timeout 20 \"$TALLY\" -j2 >/dev/null 2>&1; echo $?)\n"
                   "done")
                 .run();
  auto first = run.out.find("\n0\n");
  REQUIRE(first != std::string::npos);
  CHECK(run.out.find_first_not_of("0\n", first) == std::string::npos);
}

TEST_CASE("a program without room for its threads ends with an error",
          "[cli]") {
  auto run
      = shell("ulimit -v 500000; echo a | timeout 20 \"$TALLY\" -j 200").run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: Not all threads could be started. Ask for fewer with"
           " --threads, or allow more memory.\n");
  CHECK(run.status == 1);
}

// Short words are kept by whoever counts a text, others are not.
TEST_CASE("a program ends with an error wherever memory runs out", "[cli]") {
  auto [words, last] = GENERATE(table<std::string, std::string>(
      {{"seq 7000000", "380000"},
       {"seq -f '%.0f_is_not_short' 4000000", "320000"}}));
  auto run
      = shell(words
              + " > numbers\n"
                "for limit in $(seq 200000 20000 "
              + last
              + "); do\n"
                "  (ulimit -v $limit; timeout 20 \"$TALLY\" -j2 numbers"
                " > /dev/null 2> said)\n"
                "  echo $? $(grep -q '^tally: .*memory' said && echo told)\n"
                "done | sort -u")
            .run();
  CHECK(run.out == "1 told\n");
  CHECK(run.err == "");
}

#endif

} // namespace tally::test
