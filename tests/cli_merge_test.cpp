#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/piped_program.hpp"
#include "tests/utf16.hpp"

#include <csignal>

namespace tally::test {

namespace {

using strings = std::vector<std::string>;

} // namespace

TEST_CASE("counts made apart merge to those made together", "[cli]") {
  for (std::string format : {"tsv", "csv", "json"}) {
    CAPTURE(format);
    auto run
        = shell("\"$TALLY\" -f " + format + " a > 1\n\"$TALLY\" -f " + format
                + " b > 2\n\"$TALLY\" merge 1 2 > merged\n"
                  "\"$TALLY\" a b > together\n"
                  "cmp merged together && cat merged")
              .with_file("a", "the foo the \xff \"q,x\"")
              .with_file("b", "the bar \xff\n")
              .run();
    CHECK(run.out == "3\tthe\n2\t\xff\n1\t\"q,x\"\n1\tbar\n1\tfoo\n");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("merging takes all formats at once and all options", "[cli]") {
  auto run = shell("echo a b a | \"$TALLY\" -f csv > 1\n"
                   "echo a c | \"$TALLY\" -f json > 2\n"
                   "echo b a | \"$TALLY\" |"
                   " \"$TALLY\" merge --top 1 -f json --other 1 - 2 |"
                   " jq -c .")
                 .run();
  CHECK(run.out
        == "{\"rules\":{\"words\":\"space\",\"form\":\"none\","
           "\"ignore_case\":\"false\"},"
           "\"totals\":{\"read\":7,\"tokens\":7,\"left_out\":{"
           "\"stop_words\":0,\"length\":0,\"pattern\":0},\"distinct\":3},"
           "\"other\":{\"count\":3,\"words\":2},"
           "\"counts\":[{\"word\":\"a\",\"count\":4}]}\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("counts by different rules are not merged", "[cli]") {
  auto run = tally({"merge", "mine", "yours", "-o", "all"})
                 .with_file("mine", "{\"rules\": {\"words\": \"space\"},"
                                    "\"counts\": []}")
                 .with_file("yours", "{\"rules\": {\"words\": \"text\"},"
                                     "\"counts\": []}")
                 .run();
  CHECK(run.out == "");
  CHECK(
      run.err
      == "tally: 'mine' and 'yours' were counted by different rules, so their "
         "counts cannot be added up. Count again with the same options.\n");
  CHECK(run.status == 1);
}

TEST_CASE("counts that tell no rules merge with those of any", "[cli]") {
  auto run = shell("echo A a | \"$TALLY\" -i -f json > told\n"
                   "echo a | \"$TALLY\" > untold\n"
                   "\"$TALLY\" merge -f json untold > merged\n"
                   "\"$TALLY\" merge merged told\n")
                 .run();
  CHECK(run.out == "3\ta\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("a damaged file is named, and the others are merged", "[cli]") {
  auto run = tally({"merge", "good", "bad", "missing"})
                 .with_file("good", "2\ta\n")
                 .with_file("bad", "5\ta\nfive\tb\n")
                 .run();
  CHECK(run.out == "2\ta\n");
  CHECK(run.err
        == "tally: Line 2 of 'bad' is not COUNT<TAB>WORD. Name a file that "
           "tally saved as tsv, csv or json. Nothing of it was added.\n"
           "tally: 'missing' cannot be read: No such file or directory. "
           "Check its name and who may read it. Nothing of it was added.\n");
  CHECK(run.status == 1);
}

TEST_CASE("counts that do not fit are not merged", "[cli]") {
  auto run = tally({"merge", "a", "b"})
                 .with_file("a", "18446744073709551615\ta\n")
                 .with_file("b", "1\tb\n")
                 .run();
  CHECK(run.out == "18446744073709551615\ta\n");
  CHECK(run.err.find("'b' do not fit") != std::string::npos);
  CHECK(run.status == 1);
}

TEST_CASE("saved counts may be compressed, or have a byte order mark",
          "[cli]") {
  std::string counts = "word,count\r\na,3\r\n";
  std::vector<std::string> all{"\xEF\xBB\xBF" + counts,
                               "\xFF\xFE"
                                   + utf16(u"3\ta\n", std::endian::little)};
  for (auto& compressor : compressors)
    all.push_back(compressed(compressor, counts));
  for (auto& bytes : all) {
    CAPTURE(bytes);
    auto run = tally({"merge", "-", "a"})
                   .with_file("a", bytes)
                   .with_input(bytes)
                   .run();
    CHECK(run.out == "6\ta\n");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  }
}

TEST_CASE("of saved counts that are cut off nothing is merged", "[cli]") {
  auto bytes = compressed(compressors.front(), "3\ta\n2\tb\n");
  auto run = tally({"merge", "a", "b"})
                 .with_file("a", bytes.substr(0, bytes.size() - 4))
                 .with_file("b", "1\tb\n")
                 .run();
  CHECK(run.out == "1\tb\n");
  CHECK(
      run.err
      == "tally: 'a' is cut off in the middle of its gzip data. Get the whole "
         "file. Nothing of it was added.\n");
  CHECK(run.status == 1);
}

TEST_CASE("a signal keeps the counts that were merged so far", "[cli]") {
  temporary_folder folder;
  folder.write("a", "2\ta\n");
  piped_program running{{"merge", (folder.path() / "a").string(), "-"}};
  auto run = running.feed("1\tb\n1\tc").send(SIGINT).end();
  CHECK(run.out == "2\ta\n");
  CHECK(run.err
        == "tally: Interrupted. The counts are partial: of the files that were "
           "merged until then.\n");
  CHECK(run.status == 130);
}

TEST_CASE("lines that start like shares keep what they start with", "[cli]") {
  auto run = shell("printf '12.50\tfoo\n13\n13\n' | \"$TALLY\" -w line |"
                   " \"$TALLY\" merge -")
                 .run();
  CHECK(run.out == "2\t13\n1\t12.50\tfoo\n");
  CHECK(run.err == "");
}

TEST_CASE("merge needs a file", "[cli]") {
  auto run = tally({"merge"}).run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: Name the FILEs to merge, - for standard input. Try 'tally "
           "--help'.\n");
  CHECK(run.status == 2);
}

TEST_CASE("merge has no options for rules", "[cli]") {
  for (std::vector<std::string> option : {strings{"--words", "text"},
                                          {"-i"},
                                          {"--normalize", "nfc"},
                                          {"--stop-words", "en"},
                                          {"--min-length", "2"},
                                          {"--max-length", "2"},
                                          {"--match", "a"},
                                          {"--exclude", "a"},
                                          {"--ngram", "2"},
                                          {"--stats"}}) {
    CAPTURE(option);
    option.insert(option.end(), {"merge", "a"});
    auto run = tally(option).with_file("a", "1\ta\n").run();
    CHECK(run.out == "");
    CHECK(run.err.starts_with("tally: 'tally merge' has no option --"));
    CHECK(run.status == 2);
  }
}

TEST_CASE("a signal prints sums of any rules", "[cli]") {
  temporary_folder folder;
  folder.write("a", "{\"rules\": {\"words\": \"text\"}, \"counts\": "
                    "[{\"word\": \"a\", \"count\": 2}]}");
  piped_program running{
      {"merge", "--interactive", (folder.path() / "a").string(), "-"}};
  auto run = running.feed("1\tb\n1\tc").send(SIGINT).end();
  CHECK(run.out == "2\ta\n");
  CHECK(run.status == 130);
}

TEST_CASE("merge refuses rules that it could not follow", "[cli]") {
  auto run = tally({"merge", "-i", "a"}).with_file("a", "1\ta\n").run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: 'tally merge' has no option --ignore-case. Leave it out.\n");
  CHECK(run.status == 2);
  auto typed = tally({"merge", "-i", "--interactive", "a"})
                   .with_file("a", "1\ta\n")
                   .with_input("A\n")
                   .run();
  CHECK(typed.out == "Added word: a, count is now 2\n2\ta\n");
  CHECK(typed.err == "");
  CHECK(typed.status == 0);
}

TEST_CASE("counts are not merged for words typed by other rules", "[cli]") {
  auto run = shell("echo A | \"$TALLY\" -i -f json > saved\n"
                   "echo A | \"$TALLY\" merge --interactive saved\n")
                 .run();
  CHECK(run.out == "");
  CHECK(run.err
        == "tally: The merged counts were made by other rules than those for "
           "words that are typed. Start tally with the same options.\n");
  CHECK(run.status == 1);
}

TEST_CASE("a file named merge can be counted", "[cli]") {
  for (auto script : {"\"$TALLY\" ./merge", "\"$TALLY\" -- merge",
                      "\"$TALLY\" merge2 -- merge"}) {
    CAPTURE(script);
    CHECK(shell(script)
              .with_file("merge", "foo")
              .with_file("merge2", "")
              .run()
              .out
          == "1\tfoo\n");
  }
}

} // namespace tally::test
