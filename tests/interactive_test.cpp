#include "app/interactive.hpp"

#include "tests/catch.hpp"

#include <sstream>

using namespace tally;

namespace {

struct fixture {
  caf::actor_system_config config;
  caf::actor_system sys{(configure<caf::id_block::tally>(config, 1), config)};
  aggregator_handle totals{sys};

  std::string answers(const std::string& typed, std::ostream* prompts = {}) {
    std::istringstream in{typed};
    std::ostringstream out;
    CHECK(converse(totals, in, out, prompts));
    return out.str();
  }
};

} // namespace

TEST_CASE_METHOD(fixture, "each word typed is answered with its count",
                 "[interactive][actor]") {
  CHECK(answers("foo\nbar foo\n")
        == "Added word: foo, count is now 1\n"
           "Added word: bar, count is now 1\n"
           "Added word: foo, count is now 2\n");
}

TEST_CASE_METHOD(fixture, "an empty line adds nothing",
                 "[interactive][actor]") {
  CHECK(answers("\n \t\n").empty());
  CHECK(totals.get_stats() == tally::totals{});
}

TEST_CASE_METHOD(fixture, "quit alone on a line ends the conversation",
                 "[interactive][actor]") {
  CHECK(answers("quit\nfoo\n").empty());
  CHECK(answers("  quit \nfoo\n").empty());
  CHECK(answers("quit quit\nquit\nfoo\n")
        == "Added word: quit, count is now 1\n"
           "Added word: quit, count is now 2\n");
}

TEST_CASE_METHOD(fixture, "a backslash makes quit a word",
                 "[interactive][actor]") {
  CHECK(answers("\\quit\n") == "Added word: quit, count is now 1\n");
  CHECK(answers("\\\\quit\n") == "Added word: \\quit, count is now 1\n");
  CHECK(answers("\\foo\n") == "Added word: \\foo, count is now 1\n");
  CHECK(answers("\\\n") == "Added word: \\, count is now 1\n");
}

TEST_CASE_METHOD(fixture, "prompts go where they are wanted",
                 "[interactive][actor]") {
  std::ostringstream prompts;
  answers("foo\nquit\n", &prompts);
  CHECK(prompts.str() == "Enter a word: Enter a word: ");
  prompts.str({});
  answers("foo\n", &prompts);
  CHECK(prompts.str() == "Enter a word: Enter a word: \n");
}
