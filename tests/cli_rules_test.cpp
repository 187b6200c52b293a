#include "tests/catch.hpp"
#include "tests/command.hpp"

#include <algorithm>

namespace tally::test {

namespace {

/// Returns the counts of `text` under the rules of `options`.
std::string counted(std::vector<std::string> options, std::string text) {
  auto run = tally(std::move(options)).with_input(std::move(text)).run();
  CHECK(run.err == "");
  CHECK(run.status == 0);
  return run.out;
}

} // namespace

TEST_CASE("words end where users say", "[cli][rules]") {
  std::string text = "Don't, \u201CDon\u2019t\u201D\u3000go!\r\n";
  CHECK(counted({"--words", "space"}, text)
        == "1\tDon't,\n1\tgo!\n1\t\u201CDon\u2019t\u201D\n");
  CHECK(counted({"--words", "text"}, text) == "2\tDon't\n1\tgo\n");
  CHECK(counted({"-w", "line"}, text + "\r\n" + text + "no end")
        == "2\t" + text.substr(0, text.size() - 2) + "\n1\tno end\n");
  CHECK(counted({}, text) == counted({"-wspace"}, text));
}

TEST_CASE("where a word ends does not depend on what was read before",
          "[cli][rules]") {
  CHECK(counted({"-w", "text"}, "\u30FC\u3042") == "1\t\u3042\n1\t\u30FC\n");
  CHECK(counted({"-w", "text"}, "\u30AB\u30CA \u30FC\u3042")
        == "1\t\u3042\n1\t\u30AB\u30CA\n1\t\u30FC\n");
}

TEST_CASE("case is ignored on demand", "[cli][rules]") {
  std::string text = "The THE the Straße STRASSE ΣΑΣ σας";
  CHECK(counted({"-i"}, text) == "3\tthe\n2\tstrasse\n2\tσασ\n");
  CHECK(counted({"--ignore-case"}, text) == counted({"-i"}, text));
  CHECK(counted({"-i", "--words=line"}, "Hello World\nhello world")
        == "2\thello world\n");
}

TEST_CASE("words are normalized on demand, and text unless told not to",
          "[cli][rules]") {
  std::string text = "\u00E9 e\u0301 \uFB01 fi";
  std::string apart = "1\te\u0301\n1\tfi\n1\t\u00E9\n1\t\uFB01\n";
  std::string nfc = "2\t\u00E9\n1\tfi\n1\t\uFB01\n";
  CHECK(counted({}, text) == apart);
  CHECK(counted({"-w", "text", "--normalize", "none"}, text) == apart);
  CHECK(counted({"--normalize", "none", "-w", "text"}, text) == apart);
  CHECK(counted({"-w", "text"}, text) == nfc);
  CHECK(counted({"--normalize", "nfc"}, text) == nfc);
  CHECK(counted({"--normalize=nfkc"}, text) == "2\tfi\n2\t\u00E9\n");
}

TEST_CASE("stop words come from files and languages", "[cli][rules]") {
  auto run = tally({"-i", "--stop-words", "a", "--stop-words", "b", "-"})
                 .with_file("a", "# articles\nTHE\n  an # before vowels\n")
                 .with_file("b", "STRASSE\r\nc#")
                 .with_input("The the an # articles Straße c# before foo")
                 .run();
  CHECK(run.out == "1\t#\n1\tarticles\n1\tbefore\n1\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
  CHECK(counted({"--stop-words", "en", "-w", "text"},
                "the whale and don\u2019t The whale")
        == "2\twhale\n1\tThe\n");
}

TEST_CASE("words are left out by length and pattern", "[cli][rules]") {
  std::string text = "a bb ccc dddd \u00E9\u00E9 e\u0301 C3PO";
  CHECK(counted({"--min-length", "3"}, text) == "1\tC3PO\n1\tccc\n1\tdddd\n");
  CHECK(counted({"--max-length", "1"}, text) == "1\ta\n1\te\u0301\n");
  CHECK(counted({"--min-length=2", "--max-length=3"}, text)
        == "1\tbb\n1\tccc\n1\t\u00E9\u00E9\n");
  CHECK(counted({"--match", "[bc]"}, text) == "1\tbb\n1\tccc\n");
  CHECK(counted({"--match", "[bc]", "-i"}, text) == "1\tbb\n1\tc3po\n1\tccc\n");
  CHECK(counted({"--exclude", "^[[:ascii:]]+$"}, text)
        == "1\te\u0301\n1\t\u00E9\u00E9\n");
  CHECK(counted({"--match=^.{2,3}$", "--exclude=c"}, text)
        == "1\tbb\n1\te\u0301\n1\t\u00E9\u00E9\n");
}

TEST_CASE("sequences go on across lines, but not across files",
          "[cli][rules]") {
  auto run = tally({"--ngram", "2", "a", "b"})
                 .with_file("a", "to be\nor\n\nnot to be")
                 .with_file("b", "that is to be")
                 .run();
  CHECK(run.out
        == "3\tto be\n1\tbe or\n1\tis to\n1\tnot to\n1\tor not\n1\tthat is\n");
  CHECK(counted({"--ngram=1"}, "to be") == counted({}, "to be"));
  CHECK(counted({"--ngram=5", "-wtext"}, "a, b. c; d! e? f")
        == "1\ta b c d e\n1\tb c d e f\n");
  CHECK(counted({"--ngram=5"}, "a b c d") == "");
}

TEST_CASE("words left out are between the words of no sequence",
          "[cli][rules]") {
  CHECK(counted({"--ngram=2", "--exclude=^or$"}, "to be or not to be")
        == "2\tto be\n1\tnot to\n");
}

TEST_CASE("every word read is counted or left out for one reason",
          "[cli][rules][stats]") {
  auto run = tally({"--stats", "--stop-words", "list", "--min-length", "2",
                    "--exclude", "[0-9]", "-"})
                 .with_file("list", "the")
                 .with_input("the the a foo bar foo 12 c3po C3PO")
                 .run();
  CHECK(run.out == "2\tfoo\n1\tbar\n");
  CHECK(run.status == 0);
  for (auto row :
       {" 9  tokens read\n", " 3  tokens counted\n",
        " 2  tokens left out as stop words\n",
        " 1  tokens left out by length\n", " 3  tokens left out by pattern\n",
        " 2  distinct words\n"}) {
    CAPTURE(row, run.err);
    CHECK(run.err.find(row) != std::string::npos);
  }
}

TEST_CASE("rules that make no sense are refused with a sentence",
          "[cli][rules]") {
  struct refusal {
    std::vector<std::string> options;
    std::string named;
  };
  const std::vector<refusal> all{
      {{"--words", "sentence"}, "--words"},
      {{"--words"}, "--words needs a value"},
      {{"-w", "Text"}, "--words"},
      {{"--normalize", "nfd"}, "--normalize"},
      {{"--stop-words", "missing"}, "'missing' cannot be read: No such file"},
      {{"--stop-words", "/"}, "'/' is a directory"},
      {{"--stop-words", "xx"}, "liblingua-stopwords-perl"},
      {{"--stop-words"}, "--stop-words needs a value"},
      {{"--match", "("}, "'(' makes no sense: missing )"},
      {{"--exclude", "[z-a]"}, "'[z-a]' makes no sense"},
      {{"--match", "(a)\\1"}, "makes no sense"},
      {{"--match", "\xFF"}, "makes no sense"},
      {{"--exclude", ""}, "--exclude: An empty REGEX is found in every word"},
      {{"--match="}, "--match"},
      {{"--ngram", "9"}, "--ngram: '9' is not a number from 1 to 5"},
      {{"--ngram", "0"}, "--ngram: '0'"},
      {{"--ngram", "two"}, "--ngram: 'two'"},
      {{"--min-length", "-1"}, "--min-length: '-1'"},
      {{"--max-length", "0"}, "--max-length: '0'"},
      {{"--min-length=3", "--max-length=2"}, "at least 3 characters long"},
  };
  for (auto& [options, named] : all) {
    CAPTURE(options);
    auto run = tally(options).with_input("foo").run();
    CAPTURE(run.err);
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err.starts_with("tally: "));
    CHECK(run.err.find(named) != std::string::npos);
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  }
}

TEST_CASE("reports in json name the rules", "[cli][rules]") {
  auto rules = [](std::vector<std::string> options) {
    options.insert(options.end(), {"-f", "json"});
    auto text = counted(options, "");
    return text.substr(0, text.find('}') + 1);
  };
  CHECK(rules({})
        == "{\"rules\": {\"words\": \"space\", \"form\": \"none\", "
           "\"ignore_case\": \"false\"}");
  CHECK(rules({"-wtext", "-i", "--stop-words=en", "--max-length=9"})
            .starts_with("{\"rules\": {\"words\": \"text\", \"form\": \"nfc\", "
                         "\"ignore_case\": \"true\", \"unicode\": \""));
  CHECK(rules({"--min-length=2"}).find("\"unicode\"") != std::string::npos);
  auto saved = shell("\"$TALLY\" --interactive -i > /dev/null; cat saved")
                   .with_input("Foo\n:save saved json\n")
                   .run();
  CHECK(saved.out.starts_with(rules({"-i"})));
}

} // namespace tally::test
