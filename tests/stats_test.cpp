#include "app/stats.hpp"

#include "tests/catch.hpp"

using namespace tally;

TEST_CASE("stats tell the numbers that matter", "[stats]") {
  input_stats stats{{.bytes = 2'000'000, .inputs = 2, .text_bytes = 2'000'000},
                    {.read = 1234, .rejected = {}},
                    1234,
                    56};
  CHECK(stats_text(stats, 0.5)
        == "      2  files\n"
           "2000000  bytes read\n"
           "   1234  tokens read\n"
           "   1234  tokens counted\n"
           "     56  distinct words\n"
           "  0.500  seconds\n"
           "    4.0  MB per second\n");
}

TEST_CASE("stats tell what is special about the inputs and the words",
          "[stats]") {
  input_stats stats{
      {.bytes = 100,
       .inputs = 9,
       .failures = 1,
       .text_bytes = 300,
       .compressed = 2,
       .utf8_marks = 3,
       .utf16 = 4},
      {.read = 40, .rejected = {.stop_words = 5, .length = 6, .pattern = 7}},
      22,
      10};
  CHECK(balances(stats));
  CHECK(stats_text(stats, 0)
        == "    9  files\n"
           "    1  files not read to their end\n"
           "    2  files compressed\n"
           "    3  files with a UTF-8 byte order mark\n"
           "    4  files in UTF-16\n"
           "  100  bytes read\n"
           "  300  bytes of text\n"
           "   40  tokens read\n"
           "   22  tokens counted\n"
           "    5  tokens left out as stop words\n"
           "    6  tokens left out by length\n"
           "    7  tokens left out by pattern\n"
           "   10  distinct words\n"
           "0.000  seconds\n");
}

TEST_CASE("a word that is neither counted nor left out is noticed", "[stats]") {
  input_stats stats{{}, {.read = 10, .rejected = {.length = 2}}, 8, 1};
  CHECK(balances(stats));
  stats.counted = 7;
  CHECK_FALSE(balances(stats));
  CHECK(imbalance(stats)
        == "Internal error: 10 words were read, but 7 counted and 2 left out. "
           "Do not trust the counts, and report this.");
  stats.counted = 9;
  CHECK_FALSE(balances(stats));
}

TEST_CASE("what counters left out adds up", "[stats]") {
  token_totals sum{10, {1, 2, 3}};
  sum += {5, {4, 5, 6}};
  CHECK(sum == token_totals{15, {5, 7, 9}});
  CHECK(sum.rejected.sum() == 21);
}
