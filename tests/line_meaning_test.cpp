#include "app/terminal/line_meaning.hpp"
#include "tests/catch.hpp"

using namespace tally;

namespace {

using kind = line_meaning::kind;
using words = std::vector<std::string>;

words counted(std::string_view line) {
  auto meaning = meaning_of(line);
  CHECK(meaning.what == kind::words);
  return words_of(meaning.text);
}

} // namespace

TEST_CASE("a line means its words", "[prompt]") {
  CHECK(counted("to  be\xc2\xa0or") == words{"to", "be", "or"});
  CHECK(counted(" \t").empty());
  CHECK(counted("").empty());
  CHECK(counted("say :help") == words{"say", ":help"});
  CHECK(counted("quit now") == words{"quit", "now"});
}

TEST_CASE("quit alone on a line means the end", "[prompt]") {
  CHECK(meaning_of("quit").what == kind::quit);
  CHECK(meaning_of(" quit\t").what == kind::quit);
}

TEST_CASE("a colon starts a command", "[prompt]") {
  auto meaning = meaning_of("  :add  5  foo ");
  CHECK(meaning.what == kind::command);
  CHECK(meaning.command == ":add");
  CHECK(meaning.arguments == "5  foo");
  CHECK(meaning_of(":help").command == ":help");
  CHECK(meaning_of(":help").arguments.empty());
  CHECK(meaning_of(":").command == ":");
}

TEST_CASE("a backslash makes words of quit and commands", "[prompt]") {
  CHECK(counted("\\quit") == words{"quit"});
  CHECK(counted("\\\\quit") == words{"\\quit"});
  CHECK(counted("\\quit now") == words{"\\quit", "now"});
  CHECK(counted("\\:help") == words{":help"});
  CHECK(counted("\\\\:help me") == words{"\\:help", "me"});
  CHECK(counted("\\foo") == words{"\\foo"});
  CHECK(counted("\\") == words{"\\"});
  CHECK(counted("me \\:help") == words{"me", "\\:help"});
}

TEST_CASE("a number is all digits and fits into 64 bits", "[prompt]") {
  CHECK(number_in("18446744073709551615") == UINT64_MAX);
  CHECK(number_in("007") == 7u);
  for (auto text : {"", "+1", "-1", "1 ", "1x", "18446744073709551616"})
    CHECK_FALSE(number_in(text));
}
