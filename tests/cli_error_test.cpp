#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"

#include <algorithm>
#include <unistd.h>

namespace tally::test {

namespace {

/// Is `text` one line in which tally says something about `what`?
bool is_sentence_about(const std::string& text, const std::string& what) {
  return text.starts_with("tally: ") && text.ends_with(".\n")
         && std::count(text.begin(), text.end(), '\n') == 1
         && text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("a missing file is named and the others are counted", "[cli]") {
  auto run = tally({"a", "missing", "b"})
                 .with_file("a", "the foo")
                 .with_file("b", "the")
                 .run();
  CHECK(run.out == "2\tthe\n1\tfoo\n");
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "missing"));
  CHECK(run.status == 1);
}

TEST_CASE("it is told how much of an unreadable file was counted", "[cli]") {
  CHECK(tally({"missing"}).run().err
        == "tally: 'missing' cannot be read: No such file or directory. "
           "Check its name and who may read it. Nothing of it was counted.\n");
  CHECK(tally({"/proc/self/mem"}).run().err
        == "tally: '/proc/self/mem' cannot be read: Input/output error. "
           "Nothing of it was counted.\n");
}

TEST_CASE("each file that cannot be read is named", "[cli]") {
  auto run = tally({"one", "a", "two"}).with_file("a", "foo").run();
  CHECK(run.out == "1\tfoo\n");
  INFO(run.err);
  auto second = run.err.find('\n') + 1;
  CHECK(is_sentence_about(run.err.substr(0, second), "one"));
  CHECK(is_sentence_about(run.err.substr(second), "two"));
  CHECK(run.status == 1);
}

TEST_CASE("a directory is named and the others are counted", "[cli]") {
  auto run = shell("mkdir chapters; \"$TALLY\" chapters a")
                 .with_file("a", "foo")
                 .run();
  CHECK(run.out == "1\tfoo\n");
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "chapters"));
  CHECK(run.status == 1);
}

TEST_CASE("a file without read permission is named", "[cli]") {
  // Root may read everything, unless it gives up the right to.
  auto run = shell("chmod 000 secret\n"
                   "if [ \"$(id -u)\" = 0 ]; then\n"
                   "  set -- setpriv --inh-caps=-all \\\n"
                   "    --bounding-set=-dac_override,-dac_read_search\n"
                   "fi\n"
                   "\"$@\" true 2>/dev/null || exit 77\n"
                   "\"$@\" cat secret >/dev/null 2>&1 && exit 77\n"
                   "\"$@\" \"$TALLY\" secret a\n")
                 .with_file("secret", "bar")
                 .with_file("a", "foo")
                 .run();
  if (run.status == 77) {
    WARN("SKIPPED: this user can read every file");
    return;
  }
  CHECK(run.out == "1\tfoo\n");
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "secret"));
  CHECK(run.status == 1);
}

TEST_CASE("a read error is reported and the others are counted", "[cli]") {
  auto run = tally({"/proc/self/mem", "a"}).with_file("a", "foo").run();
  CHECK(run.out == "1\tfoo\n");
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "/proc/self/mem"));
  CHECK(run.status == 1);
}

TEST_CASE("standard input that is closed or a directory is reported", "[cli]") {
  for (auto script : {"\"$TALLY\" <&-", "\"$TALLY\" < .", "\"$TALLY\" - <&-"}) {
    CAPTURE(script);
    auto run = shell(script).run();
    CHECK(run.out == "");
    INFO(run.err);
    CHECK(is_sentence_about(run.err, "standard input"));
    CHECK(run.status == 1);
  }
}

TEST_CASE("a conversation tells that its input cannot be read", "[cli]") {
  for (auto script :
       {"\"$TALLY\" --interactive <&-", "\"$TALLY\" --interactive < ."}) {
    CAPTURE(script);
    auto run = shell(script).run();
    CHECK(run.out == "");
    INFO(run.err);
    CHECK(is_sentence_about(run.err, "standard input"));
    CHECK(run.status == 1);
  }
}

TEST_CASE("files are counted when standard input is closed", "[cli]") {
  auto run = shell("\"$TALLY\" a b <&-")
                 .with_file("a", "foo")
                 .with_file("b", "foo")
                 .run();
  CHECK(run.out == "2\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("a full disk is reported", "[cli]") {
  for (auto script :
       {"\"$TALLY\" a > /dev/full", "\"$TALLY\" -o /dev/full a"}) {
    CAPTURE(script);
    auto run = shell(script).with_file("a", "foo").run();
    CHECK(run.out == "");
    INFO(run.err);
    CHECK(is_sentence_about(run.err, "No space left on device"));
    CHECK(run.status == 1);
  }
}

TEST_CASE("standard output that is closed is reported", "[cli]") {
  auto run = shell("\"$TALLY\" a >&-").with_file("a", "foo").run();
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "standard output"));
  CHECK(run.status == 1);
}

TEST_CASE("help and version tell that they cannot be printed", "[cli]") {
  for (auto script :
       {"\"$TALLY\" --help > /dev/full", "\"$TALLY\" --version > /dev/full",
        "\"$TALLY\" --version >&-"}) {
    CAPTURE(script);
    auto run = shell(script).run();
    INFO(run.err);
    CHECK(is_sentence_about(run.err, "standard output"));
    CHECK(run.status == 1);
  }
}

TEST_CASE("answers that cannot be printed are reported", "[cli]") {
  auto run = shell("\"$TALLY\" --interactive -o counts > /dev/full; "
                   "echo $?; cat counts")
                 .with_input("foo\n")
                 .run();
  INFO(run.err);
  CHECK(is_sentence_about(run.err, "answers to standard output"));
  CHECK(run.out == "1\n1\tfoo\n");
}

TEST_CASE("an output file that cannot be made is reported", "[cli]") {
  for (auto path : {"nowhere/counts", "."}) {
    auto run = tally({"-o", path, "a"}).with_file("a", "foo").run();
    CHECK(run.out == "");
    INFO(run.err);
    CHECK(is_sentence_about(run.err, path));
    CHECK(run.status == 1);
  }
}

TEST_CASE("complaints never get into the output file", "[cli]") {
  auto run = shell("\"$TALLY\" -o counts missing a 2>&-; echo $?; cat counts")
                 .with_file("a", "foo")
                 .run();
  CHECK(run.out == "1\n1\tfoo\n");
}

TEST_CASE("a pipe that does not block gets all counts", "[cli]") {
  // Reads nothing before the pipe is full.
  auto run = shell("python3 -c \"\n"
                   "import os, select, subprocess, sys\n"
                   "r, w = os.pipe()\n"
                   "os.set_blocking(w, False)\n"
                   "run = subprocess.Popen([os.environ['TALLY'], 'a'], "
                   "stdout=w)\n"
                   "while select.select([], [w], [], 0)[1] "
                   "and run.poll() is None:\n"
                   "    pass\n"
                   "os.close(w)\n"
                   "sys.stdout.buffer.write(open(r, 'rb').read())\n"
                   "sys.exit(run.wait())\"\n");
  auto text = prose(7, 1'000'000);
  auto result = run.with_file("a", text).run();
  CHECK(difference(result.out, expected_counts(text)) == "");
  CHECK(result.err == "");
  CHECK(result.status == 0);
}

TEST_CASE("answers that nobody reads are no reason to complain", "[cli]") {
  auto run = shell("trap '' PIPE; mkfifo p; exec 3<> p 4> p 3<&-\n"
                   "\"$TALLY\" --interactive -o counts >&4\n"
                   "echo $?; cat counts")
                 .with_input("foo\n")
                 .run();
  CHECK(run.err == "");
  CHECK(run.out == "1\n1\tfoo\n");
}

TEST_CASE("a reader that has seen enough ends the program quietly", "[cli]") {
  for (auto prefix : {"", "trap '' PIPE; "}) {
    CAPTURE(prefix);
    auto run = shell(std::string{prefix} + "\"$TALLY\" a | head -n 1")
                   .with_file("a", any_bytes(6, 2'000'000))
                   .run();
    CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 1);
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

} // namespace tally::test
