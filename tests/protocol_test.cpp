#include "tests/deterministic.hpp"

using namespace tally;
using tally::test::deterministic;

TEST_CASE_METHOD(deterministic, "every payload survives a round trip",
                 "[protocol][actor]") {
  word_counts counts{{"the", 2}, {std::string{"nul\0\xff", 5}, UINT64_MAX}};
  CHECK(round_trip(counts) == counts);
  CHECK(round_trip(word_count{"foo", 1}) == word_count{"foo", 1});
  CHECK(round_trip(totals{3, 2}) == totals{3, 2});
  input_totals read{30, 2, 1, 40, 3, 4, 5, true};
  CHECK(round_trip(read) == read);
  counting_rules rules{word_rule::text,
                       normal_form::nfkc,
                       true,
                       {"a", "the"},
                       2,
                       9,
                       "^x",
                       "y$",
                       3};
  CHECK(round_trip(rules) == rules);
  token_totals tokens{9, {1, 2, 3}};
  CHECK(round_trip(tokens) == tokens);
  CHECK(round_trip(tokens.rejected) == tokens.rejected);
  CHECK(round_trip(fault::out_of_memory) == fault::out_of_memory);
}

TEST_CASE_METHOD(deterministic, "a block survives a round trip",
                 "[protocol][actor]") {
  text_block block{{'a', ' ', 'b', '?', '?'}, 3, {"before"}, 7};
  auto copy = round_trip(block);
  CHECK(copy.text() == "a b");
  CHECK(copy.buffer == block.buffer);
  CHECK(copy.before == block.before);
  CHECK(copy.input == block.input);
}

TEST_CASE("every fault explains itself in a sentence", "[protocol]") {
  for (auto reason : {fault::empty_word, fault::out_of_memory,
                      fault::word_too_long, fault::too_many}) {
    auto sentence = explain(caf::error{reason});
    CHECK(sentence.back() == '.');
    CHECK(sentence.find("could not answer") == std::string::npos);
  }
  CHECK(explain(caf::sec::request_timeout).find("in time")
        != std::string::npos);
  CHECK(explain(caf::sec::request_receiver_down).find("could not answer")
        != std::string::npos);
}
