#include "app/options.hpp"

#include "tests/catch.hpp"

#include <limits>

using namespace tally;

namespace {

std::variant<options, exit_status> parse(std::vector<std::string> args) {
  args.insert(args.begin(), "tally");
  std::vector<char*> argv;
  for (auto& arg : args)
    argv.push_back(arg.data());
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

options parsed(std::vector<std::string> args) {
  auto result = parse(std::move(args));
  REQUIRE(std::holds_alternative<options>(result));
  return std::get<options>(result);
}

bool is_wrong(std::vector<std::string> args) {
  auto result = parse(std::move(args));
  auto status = std::get_if<exit_status>(&result);
  return status && *status == exit_status::usage;
}

} // namespace

TEST_CASE("files are the operands", "[options]") {
  auto opts = parsed({"a", "-", "--", "-b"});
  CHECK(opts.inputs == std::vector<std::string>{"a", "-", "-b"});
  CHECK_FALSE(opts.interactive);
  CHECK(opts.threads >= 1);
}

TEST_CASE("everything is reported unless asked otherwise", "[options]") {
  auto opts = parsed({"a"});
  CHECK(opts.report.ranking.top == std::numeric_limits<uint64_t>::max());
  CHECK(opts.report.ranking.min_count == 0);
  CHECK(opts.report.ranking.by == order::count);
  CHECK(opts.output.empty());
}

TEST_CASE("options have long and short names", "[options]") {
  auto longs = parsed({"--top", "3", "--min-count=2", "--sort", "word",
                       "--format", "table", "--threads", "7", "--output", "o",
                       "--interactive", "a"});
  auto shorts = parsed({"-n3", "-m", "2", "-sword", "-f", "table", "-j7", "-oo",
                        "--interactive", "a"});
  for (auto& opts : {longs, shorts}) {
    CHECK(opts.report.ranking.top == 3);
    CHECK(opts.report.ranking.min_count == 2);
    CHECK(opts.report.ranking.by == order::word);
    CHECK(opts.report.layout == format::table);
    CHECK(opts.threads == 7);
    CHECK(opts.output == "o");
    CHECK(opts.interactive);
  }
}

TEST_CASE("a command line that makes no sense is wrong usage", "[options]") {
  CHECK(is_wrong({"--bogus"}));
  CHECK(is_wrong({"--top"}));
  CHECK(is_wrong({"--top", "many"}));
  CHECK(is_wrong({"--top", "-1"}));
  CHECK(is_wrong({"--top", "1.5"}));
  CHECK(is_wrong({"--sort", "size"}));
  CHECK(is_wrong({"--format", "nonsense"}));
  CHECK(is_wrong({"--threads", "0"}));
  CHECK(is_wrong({"--threads", "100000"}));
}

TEST_CASE("only what was read is told apart by file", "[options]") {
  CHECK(parsed({"--by-file", "a", "-"}).by_file);
  CHECK_FALSE(parsed({"a"}).by_file);
  CHECK(is_wrong({"merge", "--by-file", "a"}));
  CHECK(is_wrong({"--output", ""}));
  CHECK(is_wrong({"--interactive", "--by-file", "a"}));
}

TEST_CASE("help and version are no errors", "[options]") {
  for (auto arg : {"--help", "--version"}) {
    auto result = parse({arg});
    REQUIRE(std::holds_alternative<exit_status>(result));
    CHECK(std::get<exit_status>(result) == exit_status::success);
  }
}
