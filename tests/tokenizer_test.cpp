#include "actors/text/tokenizer.hpp"

#include "tests/catch.hpp"
#include "tests/count_in_blocks.hpp"
#include "tests/word_oracle.hpp"

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

counts tokenize(std::string_view text) {
  counts result;
  for_each_word(text,
                [&](std::string_view word) { ++result[std::string{word}]; });
  return result;
}

/// Tables count small and large vocabularies in different ways.
const auto stages = {"small", "large"};

word_table table_of(std::string_view stage) {
  word_table result;
  if (stage == "large")
    result.spill_front();
  return result;
}

} // namespace

TEST_CASE("words are what lies between white space", "[tokenizer]") {
  CHECK(tokenize("").empty());
  CHECK(tokenize(" \n\t\v\f\r").empty());
  CHECK(tokenize("to be or not to be")
        == counts{{"to", 2}, {"be", 2}, {"or", 1}, {"not", 1}});
  CHECK(tokenize("caf\xC3\xA9\xC2\xA0noir\xE2\x80\xA8now")
        == counts{{"caf\xC3\xA9", 1}, {"noir", 1}, {"now", 1}});
}

TEST_CASE("the tokenizer leaves bytes that are not UTF-8 in their word",
          "[tokenizer]") {
  CHECK(tokenize("a\xFF\xE2\x80 \xC2 \xE2\x80"s)
        == counts{{"a\xFF\xE2\x80", 1}, {"\xC2", 1}, {"\xE2\x80", 1}});
}

TEST_CASE("text is cut right after the last white space", "[tokenizer]") {
  CHECK(cut_point("") == 0);
  CHECK(cut_point("word") == 0);
  CHECK(cut_point("two words") == 4);
  CHECK(cut_point("two words\n") == 10);
  for (auto& space : long_spaces) {
    CHECK(cut_point("two" + space + "words") == 3 + space.size());
    CHECK(cut_point("one two" + space.substr(0, space.size() - 1)) == 4);
    CHECK(cut_point(space) == space.size());
  }
}

TEST_CASE("small input is counted by the same rule as blocks", "[tokenizer]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (int i = 0; i < 100; ++i) {
      auto text = random.text(random.below(2000));
      CHECK(tokenize(text) == count_naively(text));
    }
  }
}

TEST_CASE("blocks cut anywhere count as the whole does", "[tokenizer]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (auto which : available_instruction_sets())
      for (auto stage : stages) {
        CAPTURE(to_string(which), stage);
        for (int i = 0; i < 20; ++i) {
          auto text = random.text(random.below(20000));
          auto table = table_of(stage);
          count_in_blocks(text, 1 + random.below(3000), table, which);
          CHECK(contents(table) == count_naively(text));
        }
      }
  }
}

TEST_CASE("NUL bytes are part of words, also at their end", "[tokenizer]") {
  counts expected;
  std::string text;
  for (size_t size = 1; size <= 40; ++size)
    for (size_t nuls = 0; nuls <= size; ++nuls) {
      auto word = std::string(size - nuls, 'a') + std::string(nuls, '\0');
      expected[word] += 2;
      text += word + ' ' + word + '\n';
    }
  for (auto stage : stages) {
    CAPTURE(stage);
    auto table = table_of(stage);
    count_words(padded{text, '\0'}.text(), table);
    table.settle();
    CHECK(contents(table) == expected);
    CHECK(table.tokens() == 2 * expected.size());
  }
}

TEST_CASE("words of all lengths are counted in any stage", "[tokenizer]") {
  generator random{3};
  std::string text;
  for (size_t size = 1; size <= 70; ++size)
    for (int i = 0; i < 20; ++i)
      text += random.letters(size, "ab") + (i % 2 == 0 ? " " : " \n");
  for (auto stage : stages) {
    CAPTURE(stage);
    auto table = table_of(stage);
    count_words(padded{text}.text(), table);
    table.settle();
    CHECK(contents(table) == count_naively(text));
  }
}

TEST_CASE("giant words are counted", "[tokenizer]") {
  auto giant = std::string(2'000'000, 'g');
  auto text = giant + " small " + giant + " " + giant + "h";
  word_table table;
  count_words(padded{text}.text(), table);
  CHECK(contents(table) == counts{{giant, 2}, {giant + "h", 1}, {"small", 1}});
}

TEST_CASE("a vocabulary of any size is counted exactly", "[tokenizer]") {
  generator random{7};
  std::string text;
  for (int i = 0; i < 500'000; ++i)
    text += random.letters(1 + random.below(20), "abcdefgh") + ' ';
  word_table table;
  auto middle = cut_point({text.data(), text.size() / 2});
  count_words({text.data(), middle}, table);
  count_words(padded{{text.data() + middle, text.size() - middle}}.text(),
              table);
  table.settle();
  auto expected = count_naively(text);
  REQUIRE(expected.size() > 300'000);
  CHECK(table.distinct() == expected.size());
  CHECK(table.tokens() == 500'000);
  CHECK(contents(table) == expected);
}
