#include "app/report.hpp"

#include "tests/catch.hpp"

using namespace tally;

namespace {

const word_counts sample{{"b", 1}, {"the", 12}, {"a", 1}, {"B", 3}};

} // namespace

TEST_CASE("a tsv report has a line per word, most frequent first", "[report]") {
  CHECK(report(sample, {}) == "12\tthe\n3\tB\n1\ta\n1\tb\n");
}

TEST_CASE("a report may be sorted by word", "[report]") {
  report_options opts;
  opts.sort = order::word;
  CHECK(report(sample, opts) == "3\tB\n1\ta\n1\tb\n12\tthe\n");
}

TEST_CASE("a report holds the first words only when asked", "[report]") {
  report_options opts;
  opts.top = 2;
  CHECK(report(sample, opts) == "12\tthe\n3\tB\n");
  opts.sort = order::word;
  CHECK(report(sample, opts) == "3\tB\n1\ta\n");
  opts.top = 0;
  CHECK(report(sample, opts).empty());
}

TEST_CASE("a report leaves out rare words when asked", "[report]") {
  report_options opts;
  opts.min_count = 3;
  CHECK(report(sample, opts) == "12\tthe\n3\tB\n");
  opts.min_count = 13;
  CHECK(report(sample, opts).empty());
}

TEST_CASE("a table is aligned under its heading", "[report]") {
  report_options opts;
  opts.layout = format::table;
  opts.top = 2;
  CHECK(report(sample, opts) == "count  word\n   12  the\n    3  B\n");
  CHECK(report({{"w", 1234567}}, opts) == "  count  word\n1234567  w\n");
  CHECK(report({}, opts).empty());
}
