#include "app/report/report.hpp"

#include "tests/catch.hpp"
#include "tests/oracle.hpp"
#include "tests/temporary_file.hpp"

#include <sstream>

using namespace tally;
using namespace tally::test;

namespace {

const word_counts sample{{"b", 1}, {"the", 12}, {"a", 1}, {"B", 3}};

struct fixture {
  caf::actor_system_config config;
  caf::actor_system sys{(configure<caf::id_block::tally>(config, 2), config)};

  std::string report(const word_counts& counts, const report_options& opts,
                     size_t threads = 2) {
    aggregator_handle totals{sys};
    totals.merge(counts);
    temporary_file file;
    output to{file.path()};
    CHECK(print_report(sys, totals, opts, threads, to));
    return file.content();
  }
};

} // namespace

TEST_CASE_METHOD(fixture,
                 "a tsv report has a line per word, most frequent "
                 "first",
                 "[report][actor]") {
  CHECK(report(sample, {}) == "12\tthe\n3\tB\n1\ta\n1\tb\n");
}

TEST_CASE_METHOD(fixture, "a report may be sorted by word", "[report][actor]") {
  report_options opts;
  opts.ranking.by = order::word;
  CHECK(report(sample, opts) == "3\tB\n1\ta\n1\tb\n12\tthe\n");
}

TEST_CASE_METHOD(fixture, "a report holds the first words only when asked",
                 "[report][actor]") {
  report_options opts;
  opts.ranking.top = 2;
  CHECK(report(sample, opts) == "12\tthe\n3\tB\n");
  opts.ranking.by = order::word;
  CHECK(report(sample, opts) == "3\tB\n1\ta\n");
  opts.ranking.top = 0;
  CHECK(report(sample, opts).empty());
}

TEST_CASE_METHOD(fixture, "a report leaves out rare words when asked",
                 "[report][actor]") {
  report_options opts;
  opts.ranking.min_count = 3;
  CHECK(report(sample, opts) == "12\tthe\n3\tB\n");
  opts.ranking.min_count = 13;
  CHECK(report(sample, opts).empty());
}

TEST_CASE_METHOD(fixture, "a table is aligned under its heading",
                 "[report][actor]") {
  report_options opts;
  opts.layout = format::table;
  opts.ranking.top = 2;
  CHECK(report(sample, opts)
        == "rank  count  percent  word\n"
           "   1     12   70.59%  the\n"
           "   2      3   17.65%  B\n");
  CHECK(report({{"w", 1234567}}, opts)
        == "rank    count  percent  word\n"
           "   1  1234567  100.00%  w\n");
  opts.ranking.by = order::word;
  CHECK(report({{"w", 1}}, opts)
        == "count  percent  word\n"
           "    1  100.00%  w\n");
  CHECK(report({}, opts).empty());
}

TEST_CASE_METHOD(fixture, "a long report is the same on any number of threads",
                 "[report][actor]") {
  word_counts words;
  counts expected;
  for (uint64_t i = 0; i < 60'000; ++i) {
    words.push_back({"word" + std::to_string(i), i % 7 + 1});
    expected[words.back().word] = words.back().count;
  }
  std::string text;
  for (auto& [word, count] : ranked(expected))
    text += std::to_string(count) + '\t' + word + '\n';
  for (size_t threads : {1, 2, 5})
    CHECK((report(words, {}, threads) == text));
}

TEST_CASE_METHOD(fixture, "a long report may be cut anywhere",
                 "[report][actor]") {
  word_counts words;
  for (uint64_t i = 0; i < 60'000; ++i)
    words.push_back({"word" + std::to_string(i), i % 7 + 1});
  auto whole = report(words, {});
  for (uint64_t top : {1, 16'000, 30'000, 59'999, 60'000, 60'001}) {
    report_options opts;
    opts.ranking.top = top;
    auto cut = report(words, opts);
    CHECK(whole.starts_with(cut));
    CHECK(std::count(cut.begin(), cut.end(), '\n')
          == static_cast<ptrdiff_t>(std::min<uint64_t>(top, 60'000)));
  }
}

TEST_CASE_METHOD(fixture, "a report accounts for the words it leaves out",
                 "[report][actor]") {
  word_counts words;
  uint64_t tokens = 0;
  for (uint64_t i = 0; i < 60'000; ++i) {
    words.push_back({"word" + std::to_string(i), i % 7 + 1});
    tokens += i % 7 + 1;
  }
  for (auto by : {order::count, order::word})
    for (uint64_t top : {0, 1, 16'000, 30'000, 59'999}) {
      report_options opts;
      opts.other = true;
      opts.ranking.by = by;
      opts.ranking.top = top;
      std::istringstream lines{report(words, opts)};
      uint64_t sum = 0;
      std::string line;
      while (std::getline(lines, line))
        sum += std::stoull(line);
      CAPTURE(top);
      CHECK(sum == tokens);
      CHECK(line.empty());
    }
}

TEST_CASE_METHOD(fixture, "a few counts are reported like many",
                 "[report][actor]") {
  for (auto& [name, layout] : format_names)
    for (uint64_t top : {0, 2, 9}) {
      report_options opts;
      opts.layout = layout;
      opts.percent = opts.cumulative = opts.other = true;
      opts.ranking.top = top;
      opts.ranking.min_count = 2;
      CAPTURE(name, top);
      CHECK(report(sample, opts) == tally::report(sample, opts));
    }
}

TEST_CASE_METHOD(fixture, "a report that cannot be written fails",
                 "[report][actor]") {
  aggregator_handle totals{sys};
  totals.merge(sample);
  output to{"/dev/full"};
  CHECK(!print_report(sys, totals, {}, 2, to));
}
