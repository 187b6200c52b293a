#include "app/stop_list.hpp"

#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/temporary_file.hpp"
#include "tests/utf16.hpp"

#include <algorithm>

using namespace tally;
using namespace tally::test;

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

TEST_CASE("stop words are read from files", "[rules]") {
  temporary_file file{"# articles\nthe\n a # the other\r\n"};
  CHECK(read_stop_list(file.path()) == std::vector<std::string>{"the", "a"});
  CHECK(read_stop_list("/dev/null").empty());
}

TEST_CASE("stop words of languages come with a package", "[rules]") {
  auto english = read_stop_list("en");
  CHECK(english.size() > 100);
  CHECK(has(english, "the"));
  CHECK(has(english, "don't"));
  CHECK_FALSE(has(english, "qw("));
  CHECK(has(read_stop_list("de"), "für"));
  CHECK(has(read_stop_list("ru"), "что"));
}

TEST_CASE("lists of stop words may be compressed or have a byte order mark",
          "[rules]") {
  for (auto& bytes : {compressed(compressors.front(), "the\nof\n"),
                      std::string{"\uFEFFthe\nof\n"},
                      "\xFF\xFE" + utf16(u"the\nof\n", std::endian::little)}) {
    temporary_file file{bytes};
    CHECK(read_stop_list(file.path()) == std::vector<std::string>{"the", "of"});
  }
}

TEST_CASE("stop words that are not there are explained", "[rules]") {
  CHECK_THROWS_WITH(read_stop_list("/no/such/list"),
                    "The list of stop words '/no/such/list' cannot be read: No "
                    "such file or directory. Check its name and who may read "
                    "it.");
  CHECK_THROWS_WITH(read_stop_list("/"),
                    "The list of stop words '/' is a directory. Name the files "
                    "in it instead.");
  CHECK_THROWS_WITH(read_stop_list("xx"),
                    Catch::Matchers::Matches(".*liblingua-stopwords-perl.*"));
}
