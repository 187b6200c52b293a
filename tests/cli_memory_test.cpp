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

#endif

} // namespace tally::test
