#include "app/terminal/conversation.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <csignal>
#include <deque>
#include <sstream>

using namespace tally;

namespace {

// Somebody who types what the test says.
struct script : line_source {
  std::deque<entry> entries;
  std::string prompts;

  explicit script(std::deque<entry> entries) : entries(std::move(entries)) {
  }

  entry next(const std::string& prompt) override {
    prompts += prompt;
    if (entries.empty())
      return {};
    auto result = entries.front();
    entries.pop_front();
    return result;
  }
};

entry line(std::string text) {
  return {entry::kind::line, std::move(text), 0};
}

struct fixture {
  caf::actor_system_config config;
  caf::actor_system sys{(configure<caf::id_block::tally>(config, 1), config)};
  aggregator_handle totals{sys};
  ending ended;
  std::string prompts;

  std::string answers(std::deque<entry> entries, bool on_terminal = false) {
    script lines{std::move(entries)};
    std::ostringstream out;
    ended = converse(totals, lines, out, {}, {}, on_terminal);
    prompts = lines.prompts;
    return out.str();
  }

  std::string answers(const std::string& typed) {
    std::deque<entry> entries;
    std::istringstream in{typed};
    for (std::string text; std::getline(in, text);)
      entries.push_back(line(text));
    auto result = answers(std::move(entries));
    CHECK(ended.complete);
    return result;
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
  CHECK(answers(":quit\nfoo\n").empty());
  CHECK(answers("quit quit\nquit\nfoo\n")
        == "Added word: quit, count is now 1\n"
           "Added word: quit, count is now 2\n");
}

TEST_CASE_METHOD(fixture, "a prompt is asked for each line",
                 "[interactive][actor]") {
  answers("foo\nquit\n");
  CHECK(prompts == "Enter a word: Enter a word: ");
}

TEST_CASE_METHOD(fixture, "an interrupt says how to leave, each time",
                 "[interactive][actor]") {
  auto interrupt = entry{entry::kind::interrupt, {}, 0};
  auto hint = std::string{"To leave, type 'quit' or press Ctrl-D.\n"};
  CHECK(answers({interrupt, interrupt, line("foo")})
        == hint + hint + "Added word: foo, count is now 1\n");
}

TEST_CASE_METHOD(fixture, "a signal ends the conversation and is told",
                 "[interactive][actor]") {
  answers({line("foo"), {entry::kind::signal, {}, SIGTERM}, line("bar")});
  CHECK(ended.signal == SIGTERM);
  CHECK(totals.get_stats() == tally::totals{1, 1});
}

TEST_CASE_METHOD(fixture, "pasted lines hold words only and get one answer",
                 "[interactive][actor]") {
  CHECK(answers({{entry::kind::paste, "to be\nquit\n:undo\nto", 0}})
        == "Added 5 words, 4 of them different.\n");
  CHECK(answers({{entry::kind::paste, "to\n", 0}})
        == "Added word: to, count is now 3\n");
  CHECK(totals.get_count("quit") == 1u);
  CHECK(totals.get_count(":undo") == 1u);
}

TEST_CASE_METHOD(fixture, "undo takes back one line after the other",
                 "[interactive][actor]") {
  CHECK(answers("foo\nfoo bar\n:undo\n:undo\n:undo\n")
        == "Added word: foo, count is now 1\n"
           "Added word: foo, count is now 2\n"
           "Added word: bar, count is now 1\n"
           "Took back word: foo, count is now 1\n"
           "Took back word: bar, count is now 0\n"
           "Took back word: foo, count is now 0\n"
           "There is nothing to undo.\n");
  CHECK(totals.get_stats() == tally::totals{});
}

TEST_CASE_METHOD(fixture, "undo reverses a paste, :add and :take",
                 "[interactive][actor]") {
  std::string text;
  for (int i = 0; i < 30; ++i)
    text += std::to_string(i) + "\n";
  CHECK(answers({line(":add 5 foo"),
                 line(":take 2 foo"),
                 {entry::kind::paste, text, 0},
                 line(":undo"),
                 line(":undo"),
                 line(":undo")})
        == "Added word: foo, count is now 5\n"
           "Took back word: foo, count is now 3\n"
           "Added 30 words, 30 of them different.\n"
           "Took back 30 words.\n"
           "Added word: foo, count is now 5\n"
           "Took back word: foo, count is now 0\n");
}

TEST_CASE_METHOD(fixture, "no more is taken back than there is",
                 "[interactive][actor]") {
  CHECK(answers("foo\n:take 5 foo\n:take 1 bar\n:undo\n")
        == "Added word: foo, count is now 1\n"
           "Took back word: foo, count is now 0\n"
           "Took back word: bar, count is now 0\n"
           "Added word: foo, count is now 1\n");
}

TEST_CASE_METHOD(fixture, "counts do not run over", "[interactive][actor]") {
  CHECK(answers({line(":add 18446744073709551615 foo"),
                 line(":add 1 bar"),
                 line("foo"),
                 {entry::kind::paste, "foo bar\n", 0}})
        == "Added word: foo, count is now 18446744073709551615\n");
  CHECK_FALSE(ended.complete);
  CHECK(totals.get_stats() == tally::totals{UINT64_MAX, 1});
}

TEST_CASE_METHOD(fixture, "commands answer what was counted",
                 "[interactive][actor]") {
  totals.merge({{"foo", 2}, {"bar", 3}, {"baz", 1}});
  CHECK(answers(":top 2\n") == "3\tbar\n2\tfoo\n");
  CHECK(answers(":top\n") == "3\tbar\n2\tfoo\n1\tbaz\n");
  CHECK(answers(":count foo nope\n")
        == "Word: foo, count is 2\nWord: nope, count is 0\n");
  CHECK(answers(":totals\n") == "6 words, 3 different\n");
}

TEST_CASE_METHOD(fixture, "everything is forgotten only after a yes",
                 "[interactive][actor]") {
  totals.merge({{"foo", 2}});
  for (auto reply : {"", "no", "y", "yes please"}) {
    CHECK(answers(":reset\n" + std::string{reply} + "\n")
          == "Nothing was forgotten.\n");
    CHECK(totals.get_stats() == tally::totals{2, 1});
  }
  CHECK(answers({line(":reset"), {entry::kind::interrupt, {}, 0}})
        == "Nothing was forgotten.\n");
  CHECK(answers("foo\n:reset\n yes \n:undo\n")
        == "Added word: foo, count is now 3\n"
           "Forgot 3 words.\n"
           "There is nothing to undo.\n");
  CHECK(prompts.find("Forget all counts? Type yes or no: ")
        != std::string::npos);
}

TEST_CASE_METHOD(fixture, "a signal ends a question, too",
                 "[interactive][actor]") {
  totals.merge({{"foo", 2}});
  answers({line(":reset"), {entry::kind::signal, {}, SIGHUP}, line("yes")});
  CHECK(ended.signal == SIGHUP);
  CHECK(totals.get_stats() == tally::totals{2, 1});
}

TEST_CASE_METHOD(fixture, "counts saved can be loaded and are added",
                 "[interactive][actor]") {
  tally::test::temporary_folder folder;
  auto file = (folder.path() / "my counts").string();
  totals.merge({{"foo", 2}, {"\xff", 1}});
  CHECK(answers(":save " + file + "\n:load " + file + "\n:undo\n")
        == "Saved the counts of 2 words to '" + file + "'.\n"
               + "Added 3 words from '" + file + "', 2 of them different.\n"
               + "Took back word: foo, count is now 2\n"
                 "Took back word: \xff, count is now 1\n");
  CHECK(answers(":save " + file + "  table\n").find(file + "'")
        != std::string::npos);
  CHECK(answers({line(":load " + file)}).empty());
  CHECK_FALSE(ended.complete);
}

TEST_CASE_METHOD(fixture, "counts by other rules are not loaded",
                 "[interactive][actor]") {
  tally::test::temporary_folder folder;
  auto file = (folder.path() / "counts").string();
  folder.write("counts", "{\"rules\": {\"words\": \"text\"},\n"
                         "\"counts\": [{\"word\": \"foo\", \"count\": 1}]}");
  CHECK(answers({line(":load " + file)}).empty());
  CHECK_FALSE(ended.complete);
  folder.write("counts",
               "{\"rules\": {\"words\": \"space\", \"form\": \"none\", "
               "\"ignore_case\": \"false\"},\n"
               "\"counts\": [{\"word\": \"foo\", \"count\": 1}]}");
  answers(":load " + file + "\n");
  CHECK(totals.get_stats() == tally::totals{1, 1});
}

TEST_CASE_METHOD(fixture, "a file that is no saved counts adds nothing",
                 "[interactive][actor]") {
  tally::test::temporary_folder folder;
  for (auto text : {"1\tfoo\n2 bar\n", "x\tfoo\n", "1\t\n", "-1\tfoo\n",
                    "18446744073709551616\tfoo\n"}) {
    CAPTURE(text);
    folder.write("counts", text);
    CHECK(answers({line(":load " + (folder.path() / "counts").string())})
              .empty());
    CHECK_FALSE(ended.complete);
    CHECK(totals.get_stats() == tally::totals{});
  }
  CHECK(answers({line(":load " + folder.path().string())}).empty());
  CHECK_FALSE(ended.complete);
}

TEST_CASE_METHOD(fixture, "what a terminal might obey is shown to it",
                 "[interactive][actor]") {
  CHECK(answers({line("\x1b[2J")}, true)
        == "Added word: ^[[2J, count is now 1\n");
  CHECK(answers({line("\x1b[2J")}) == "Added word: \x1b[2J, count is now 2\n");
}

TEST_CASE_METHOD(fixture, "a command that makes no sense does nothing",
                 "[interactive][actor]") {
  for (auto typed :
       {":", ":nope", ":top x", ":top 1 2", ":top -1", ":count", ":add",
        ":add 1", ":add 0 foo", ":add foo 1", ":take 1 foo bar", ":undo 1",
        ":reset all", ":totals x", ":save", ":load", ":quit now"}) {
    CAPTURE(typed);
    CHECK(answers(typed).empty());
    CHECK(totals.get_stats() == tally::totals{});
  }
}
