#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/oracle.hpp"
#include "tests/piped_program.hpp"
#include "tests/pty.hpp"
#include "tests/random_text.hpp"

#include <csignal>
#include <regex>

namespace tally::test {

namespace {

const std::string partial
    = "tally: Interrupted. The counts are partial: of what was read until "
      "then, and of nothing after it.\n";

} // namespace

TEST_CASE("a signal ends a silent pipe with the counts so far", "[cli]") {
  for (auto [signal, status] : {std::pair{SIGINT, 130}, {SIGTERM, 143}}) {
    piped_program running{{}};
    auto run = running.feed("the foo the").send(signal).end();
    CHECK(run.out == "2\tthe\n1\tfoo\n");
    CHECK(run.err == partial);
    CHECK(run.status == status);
  }
}

TEST_CASE("a signal ends the wait for a pipe nobody writes to", "[cli]") {
  temporary_folder folder;
  piped_program running{{"-", piped_program::named_pipe(folder)}};
  auto run = running.feed("the foo the").end_input().send(SIGINT).end();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  CHECK(run.err == partial);
  CHECK(run.status == 130);
}

TEST_CASE("a signal keeps what follows from being read", "[cli]") {
  temporary_folder folder;
  folder.write("a", "never");
  piped_program running{{"--interactive", "-", (folder.path() / "a").string()}};
  auto run = running.feed("the foo the").send(SIGINT).end();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  CHECK(run.err == partial);
  CHECK(run.status == 130);
}

TEST_CASE("compressed input that is interrupted is not called damaged",
          "[cli]") {
  auto bytes = compressed("gzip -c", prose(51, 100'000));
  piped_program running{{}};
  auto run = running.feed(std::string_view{bytes}.substr(0, 20'000))
                 .send(SIGINT)
                 .end();
  CHECK(run.err == partial);
  CHECK(run.status == 130);
}

TEST_CASE("the stats of an interrupted run are those of what was read",
          "[cli]") {
  piped_program running{{"--stats"}};
  auto run = running.feed("the foo the").send(SIGINT).end();
  CHECK(run.err.starts_with(partial));
  CHECK(run.err.find(" 3  tokens read\n") != std::string::npos);
  CHECK(run.err.find(" 3  tokens counted\n") != std::string::npos);
}

TEST_CASE("a second signal ends at once", "[cli]") {
  // More counts than a pipe holds: the program waits until they are read.
  std::string text;
  for (auto i = 10'000; i < 20'000; ++i)
    text += std::to_string(i) + ' ';
  piped_program running{{}};
  for (size_t i = 0; i < text.size(); i += 6000)
    running.feed(text.substr(i, 6000));
  running.send(SIGINT).wait_until_noticed(SIGINT).send(SIGINT);
  auto run = running.end();
  CHECK(run.status == 130);
  CHECK(run.out.size() < expected_counts(text).size());
}

TEST_CASE("a signal that was to be ignored is", "[cli]") {
  auto run
      = shell("trap '' INT; (echo foo; kill -INT 0; echo bar) | \"$TALLY\"")
            .run();
  CHECK(run.out == "1\tbar\n1\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("Ctrl-C on a terminal prints the counts so far", "[cli][pty]") {
  terminal screen{
      {"/bin/sh", "-c",
       "trap : INT; mkfifo p; { echo the foo the; exec sleep 300; } > p & "
       "\"$TALLY\" -f tsv < p; echo status $?"}};
  screen.wait_for("12 B").press("\x03").wait_for("status 130");
  CHECK(screen.text().find("2\tthe\n1\tfoo\nstatus 130") != std::string::npos);
  CHECK(screen.text().find(partial) != std::string::npos);
}

TEST_CASE("progress is shown while a pipe is slow, and erased", "[cli][pty]") {
  terminal screen{{"/bin/sh", "-c",
                   "mkfifo p; { echo the foo the; read go; } < /dev/tty > p & "
                   "\"$TALLY\" -f tsv < p; echo status $?"}};
  screen.wait_for("12 B  ").press("\n").wait_for("status 0");
  auto text = screen.text();
  auto erased = text.rfind("          ");
  CHECK(text.find("2\tthe\n1\tfoo\nstatus 0") > erased);
}

TEST_CASE("progress through a file tells percent and time left", "[cli][pty]") {
  terminal screen{{"/bin/sh", "-c",
                   "trap : INT; seq 700000 | bzip2 > 1; "
                   "for i in 1 2 3 4; do cat 1 1 1 > 3; mv 3 1; done; "
                   "\"$TALLY\" 1 > counts; echo status $?"}};
  screen.wait_for(" left").press("\x03").wait_for("status 130");
  INFO(screen.text());
  CHECK(std::regex_search(screen.text(),
                          std::regex{"[0-9]+%  [0-9.]+ [kM]?B of [0-9.]+ MB  "
                                     "[0-9:]+ left"}));
  CHECK(screen.rows().front().starts_with("tally: Interrupted."));
}

} // namespace tally::test
