#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/oracle.hpp"
#include "tests/piped_program.hpp"
#include "tests/random_text.hpp"

#include <csignal>
#include <sstream>

namespace tally::test {

namespace {

using arguments = std::vector<std::string>;
using texts = std::vector<std::pair<std::string, std::string>>;

arguments operator+(arguments options, const arguments& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

/// Counts all of `files` with the arguments `options`.
std::string counted(const arguments& options, const texts& files) {
  arguments names;
  for (auto& [name, text] : files)
    names.push_back(name);
  auto command = tally(options + names);
  for (auto& [name, text] : files)
    command.with_file(name, text);
  auto run = command.run();
  CHECK(run.err == "");
  CHECK(run.status == 0);
  return run.out;
}

/// Returns the words of a report in its order.
std::vector<std::pair<std::string, uint64_t>> words_of(const std::string& tsv) {
  std::vector<std::pair<std::string, uint64_t>> result;
  std::istringstream text{tsv};
  for (std::string line; std::getline(text, line);)
    result.emplace_back(line.substr(line.find('\t') + 1), std::stoull(line));
  return result;
}

/// Returns what has to be printed for `files` if each is counted alone.
std::string counted_apart(const arguments& rules, const arguments& shown,
                          const texts& files) {
  std::vector<counts> alone;
  for (auto& file : files) {
    auto words = words_of(counted(rules, {file}));
    alone.emplace_back(words.begin(), words.end());
  }
  std::string expected;
  for (auto& [word, count] : words_of(counted(rules + shown, files))) {
    expected += std::to_string(count);
    uint64_t sum = 0;
    for (auto& file : alone) {
      expected += '\t' + std::to_string(file[word]);
      sum += file[word];
    }
    expected += '\t' + word + '\n';
    REQUIRE(sum == count);
  }
  return expected;
}

/// Files of all sizes, the larger ones enough for several counters.
texts files_by(uint64_t seed) {
  generator random{seed};
  texts files{{"empty", ""}, {"lines", "a\tb\n1\ta\tb\n1\t2\n"}};
  for (auto i = 0; i < 4; ++i)
    files.emplace_back("prose" + std::to_string(i),
                       prose(seed + i, random.below(300'000)));
  files.emplace_back("words", uneven_words(seed, random.below(150'000)));
  files.emplace_back("bytes", random.text(random.below(25'000)));
  return files;
}

/// Runs a script in a folder with files, one of which has a name full of traps,
/// that is $name.
outcome with_odd_files(const std::string& script) {
  return shell("name=$(printf '\\377,\"\\n.'); name=${name%.}\n"
               "printf 'foo the' > \"$name\"\n"
               + script)
      .with_file("a", "the foo the bar")
      .with_input("the")
      .run();
}

constexpr auto csv_reader = R"(
import csv, sys
rows = list(csv.reader(open(0, encoding='utf-8', errors='surrogateescape',
                            newline='')))
assert rows == [['word', 'count', 'a', '\udcff,"\n', '-'],
                ['the', '4', '2', '1', '1'], ['foo', '2', '1', '1', '0'],
                ['bar', '1', '1', '0', '0']], rows
)";

constexpr auto json_reader = R"(
import json, sys
report = json.loads(sys.stdin.buffer.read().decode('utf-8', 'strict'))
assert report['files'] == [
    {'name': 'a', 'tokens': 4, 'distinct': 3},
    {'name': '\ufffd,"\n', 'bytes': 'ff2c220a', 'tokens': 2, 'distinct': 2},
    {'name': '-', 'tokens': 1, 'distinct': 1}], report
assert report['other'] == {'count': 3, 'words': 2, 'by_file': [2, 1, 0]}, report
assert report['counts'] == [
    {'word': 'the', 'count': 4, 'by_file': [2, 1, 1]}], report
)";

} // namespace

TEST_CASE("each file has the counts that it has alone", "[cli][by_file]") {
  for (auto seed : seeds()) {
    auto files = files_by(seed);
    for (auto& [rules, shown] : std::vector<std::pair<arguments, arguments>>{
             {{}, {}},
             {{"-wtext", "-i"}, {"-sword", "-m2"}},
             {{"-wline"}, {"-n500"}},
             {{"--ngram=2"}, {}}}) {
      CAPTURE(seed, rules);
      auto expected = counted_apart(rules, shown, files);
      for (auto threads : {"-j1", "-j2", "-j5"})
        CHECK(
            difference(
                counted(rules + shown + arguments{threads, "--by-file"}, files),
                expected)
            == "");
    }
  }
}

TEST_CASE("large files have the counts that they have alone",
          "[cli][by_file]") {
  texts files{{"a", prose(1, 2'000'000)}, {"b", uneven_words(2, 2'000'000)}};
  auto got = counted({"-j2", "--by-file"}, files);
  CHECK(difference(got, counted_apart({}, {}, files)) == "");
}

TEST_CASE("thousands of small files are told apart in little memory",
          "[cli][by_file]") {
#ifdef TALLY_SANITIZED
  std::string limit; // sanitizers reserve all the memory there is
#else
  std::string limit = "ulimit -v 600000;";
#endif
  auto run = shell("for i in $(seq 2000); do echo $i one two three four five"
                   " some_longer_word_$i another_longer_word > $i; done\n"
                   "\"$TALLY\" --by-file --top 2 $(seq 2000) > report\n"
                   "awk -F '\\t' '{ for (i = 2; i < NF; ++i) n += $i;"
                   " print NF, $1, n, $NF; n = 0 }' report\n"
                   "("
                   + limit
                   + " \"$TALLY\" -j2 --by-file --top 1"
                     " $(seq 2000)) | cut -f 1,2,2001,2002")
                 .run();
  CHECK(run.out
        == "2002 2000 2000 another_longer_word\n2002 2000 2000 five\n"
           "2000\t1\t1\tanother_longer_word\n");
  CHECK(run.err == "");
}

TEST_CASE("a name that is given again is one column", "[cli][by_file]") {
  auto run = tally({"--by-file", "a", "b", "a"})
                 .with_file("a", "x y")
                 .with_file("b", "x")
                 .run();
  CHECK(run.out == "3\t2\t1\tx\n2\t2\t0\ty\n");
}

TEST_CASE("files without words have columns of zeros", "[cli][by_file]") {
  auto run = tally({"--by-file", "missing", "a", "empty", "missing too", "-"})
                 .with_file("a", compressed("gzip -c", "x y x"))
                 .with_file("empty", "")
                 .with_input("y")
                 .run();
  CHECK(run.out == "2\t0\t2\t0\t0\t0\tx\n2\t0\t1\t0\t0\t1\ty\n");
  CHECK(run.err.find("'missing too' cannot be read") != std::string::npos);
  CHECK(run.status == 1);
}

TEST_CASE("without words there are no rows", "[cli][by_file]") {
  CHECK(tally({"--by-file"}).run().out == "");
  CHECK(tally({"--by-file", "--other", "-fcsv"}).run().out
        == "word,count,-\r\n");
}

TEST_CASE("the counts of files come between shares and words",
          "[cli][by_file]") {
  auto run = tally({"--by-file", "--percent", "--cumulative", "--other", "-n1",
                    "a", "b"})
                 .with_file("a", "x y x z")
                 .with_file("b", "x x x y")
                 .run();
  CHECK(run.out
        == "5\t62.50\t62.50\t2\t3\tx\n"
           "3\t37.50\t100.00\t2\t1\t(other words)\n");
}

TEST_CASE("csv and json name the files", "[cli][by_file]") {
  auto read_back = [](const std::string& options, const std::string& reader) {
    auto run = with_odd_files("cat > read.py << 'END'\n" + reader
                              + "END\n\"$TALLY\" --by-file " + options
                              + " a \"$name\" - | python3 read.py");
    CHECK(run.err == "");
    CHECK(run.status == 0);
  };
  read_back("-f csv", csv_reader);
  read_back("-f json --other -n1", json_reader);
}

TEST_CASE("counts of files are added up by merge and :load", "[cli][by_file]") {
  for (std::string format :
       {"tsv", "tsv --percent --cumulative", "csv", "csv --percent", "json"})
    for (std::string rules : {"", "-w line "}) {
      CAPTURE(format, rules);
      auto run
          = with_odd_files("printf '1\\t0\\tx\\ny\\n1\\t0\\tx\\n1\\t2\\n' > b\n"
                           "count() { \"$TALLY\" "
                           + rules + "\"$@\" a b b \"$name\"; }\n"
                           + "count --by-file -f " + format
                           + " > saved; count > total\n"
                             "\"$TALLY\" merge saved | cmp - total\n"
                             "echo ':load saved' | \"$TALLY\" "
                           + rules
                           + "--interactive |"
                             " tail -n +2 | cmp - total");
      CHECK(run.out == "");
      CHECK(run.err == "");
    }
}

TEST_CASE("files that were counted before an interrupt are told apart",
          "[cli][by_file]") {
  temporary_folder folder;
  folder.write("a", "x y");
  auto a = (folder.path() / "a").string();
  piped_program running{{"--by-file", a, "-", "never"}};
  auto run = running.feed("the x the").send(SIGINT).end();
  CHECK(run.out == "2\t0\t2\t0\tthe\n2\t1\t1\t0\tx\n1\t1\t0\t0\ty\n");
  CHECK(run.status == 130);
}

TEST_CASE("what is no file cannot be told apart", "[cli][by_file]") {
  const std::string not_typed
      = "tally: --by-file tells FILEs and standard input apart, but not words "
        "that are typed. Leave it out.\n";
  const std::string not_merged
      = "tally: 'tally merge' has no option --by-file. Leave it out.\n";
  for (auto& [args, sentence] : std::vector<std::pair<arguments, std::string>>{
           {{"merge", "--by-file", "a"}, not_merged},
           {{"--by-file", "--interactive"}, not_typed},
           {{"--by-file", "--interactive", "a"}, not_typed}}) {
    auto run = tally(args).with_file("a", "1\tx\n").run();
    CHECK(run.out == "");
    CHECK(run.err == sentence);
    CHECK(run.status == 2);
  }
}

} // namespace tally::test
