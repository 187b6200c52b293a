#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"

#include <unistd.h>

namespace tally::test {

namespace {

/// Counts as one does without tally; for ASCII text only.
std::string counted_by_coreutils(const std::string& text) {
  auto run = shell("export LC_ALL=C; tab=$(printf '\\t')\n"
                   "tr -s '[:space:]' '\\n' | sort | uniq -c |\n"
                   "  awk 'NF == 2 { print $1 \"\\t\" $2 }' |\n"
                   "  sort -t \"$tab\" -k 1,1nr -k 2,2\n")
                 .with_input(text)
                 .run();
  REQUIRE(run.err == "");
  REQUIRE(run.status == 0);
  return run.out;
}

void check_everywhere(const std::string& text) {
  auto expected = expected_counts(text);
  for (auto threads : {"1", "2", "5"}) {
    CAPTURE(threads);
    auto run = tally({"-j", threads, "a"}).with_file("a", text).run();
    CHECK(difference(run.out, expected) == "");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

} // namespace

TEST_CASE("ASCII text is counted as sort and uniq count it", "[cli]") {
  auto text = prose(4, 1'000'000);
  auto run = tally({}).with_input(text).run();
  CHECK(difference(run.out, counted_by_coreutils(text)) == "");
  CHECK(run.out.size() > 100'000);
}

TEST_CASE("the King James Bible is counted as sort and uniq count it",
          "[cli]") {
  if (access("/usr/bin/bible", X_OK) != 0) {
    WARN("SKIPPED: /usr/bin/bible (package bible-kjv) is not installed");
    return;
  }
  auto bible = shell("bible -f Gen1:1-Rev22:21 < /dev/null").run();
  REQUIRE(bible.status == 0);
  REQUIRE(bible.out.size() > 4'000'000);
  auto run = tally({}).with_input(bible.out).run();
  CHECK(difference(run.out, counted_by_coreutils(bible.out)) == "");
  CHECK(run.status == 0);
}

TEST_CASE("many words are sorted by any number of threads", "[cli]") {
  generator random{1};
  std::string text;
  for (size_t i = 0; i < 200'000; ++i)
    text += "a_word_that_" + std::to_string(random.below(1'000'000)) + '\n';
  check_everywhere(text);
  auto first = expected_counts(text);
  size_t end = 0;
  for (int i = 0; i < 50'000; ++i)
    end = first.find('\n', end) + 1;
  first.resize(end);
  auto run = tally({"-j", "3", "-n", "50000", "a"}).with_file("a", text).run();
  CHECK(difference(run.out, first) == "");
}

TEST_CASE("any bytes are counted as the oracle counts them", "[cli]") {
  for (auto seed : seeds()) {
    CAPTURE(seed);
    check_everywhere(any_bytes(seed, 1'500'000));
    check_everywhere(any_bytes(seed, seed % 100));
  }
}

TEST_CASE("white space in pieces is counted as the oracle counts it", "[cli]") {
  for (auto seed : seeds()) {
    CAPTURE(seed);
    check_everywhere(generator{seed}.text(1'500'000));
    check_everywhere(generator{seed}.text(seed % 100));
  }
}

TEST_CASE("words of any length are counted as the oracle counts them",
          "[cli]") {
  for (auto seed : seeds()) {
    CAPTURE(seed);
    check_everywhere(uneven_words(seed, 1'500'000));
    check_everywhere(uneven_words(seed, seed % 100));
  }
}

} // namespace tally::test
