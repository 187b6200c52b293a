#include "actors/explainer.hpp"

#include "tests/blocks.hpp"
#include "tests/deterministic.hpp"
#include "tests/word_oracle.hpp"

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

counting_rules folding_text() {
  counting_rules rules;
  rules.words = word_rule::text;
  rules.form = normal_form::nfc;
  rules.ignore_case = true;
  return rules;
}

explainer_state looking_for(const std::vector<std::string>& words,
                            const counting_rules& rules) {
  explainer_state state;
  state.words.emplace(rules);
  for (auto& word : words)
    state.asked.add(word);
  return state;
}

} // namespace

TEST_CASE("a spelling and its word are found in their key", "[explain]") {
  for (auto& word : {"a"s, "\0"s, "a\tb"s, "\xff\xfe"s})
    for (auto& written : {"b"s, "\0\0"s, " \t\r"s, "\xff"s}) {
      auto key = spelling_key(written, word);
      CHECK(split_spelling_key(key)
            == std::pair{std::string_view{written}, std::string_view{word}});
    }
}

TEST_CASE("an explainer counts the spellings of the words asked for only",
          "[explain]") {
  auto state = looking_for({"don't", "foo"}, folding_text());
  state.count(block_of("Don't don't, \"don\u2019t\" foot"));
  state.count(block_of("bar Foo don't"));
  CHECK(contents(*state.finish())
        == counts{{spelling_key("Don't", "don't"), 1},
                  {spelling_key("don't", "don't"), 2},
                  {spelling_key("don\u2019t", "don't"), 1},
                  {spelling_key("Foo", "foo"), 1}});
}

TEST_CASE("where rules change nothing, the only spelling is the word",
          "[explain]") {
  auto state = looking_for({"foo"}, {});
  state.count(block_of("foo Foo foo, foo"));
  CHECK(contents(*state.finish()) == counts{{spelling_key("foo", "foo"), 2}});
}

TEST_CASE("an explainer tells of all words it read, and starts afresh",
          "[explain]") {
  auto rules = folding_text();
  rules.min_length = 3;
  auto state = looking_for({"foo"}, rules);
  state.count(block_of("a foo bar"));
  CHECK(state.tokens() == token_totals{3, {0, 1, 0}});
  state.finish();
  CHECK(state.tokens() == token_totals{});
  state.count(block_of("FOO b"));
  CHECK(state.tokens() == token_totals{2, {0, 1, 0}});
  CHECK(contents(*state.finish()) == counts{{spelling_key("FOO", "foo"), 1}});
}

TEST_CASE_METHOD(deterministic, "an explainer takes the place of a counter",
                 "[explain][actor]") {
  counter_actor to = sys.spawn(explainer, folding_text(),
                               std::vector<std::string>{"strasse"});
  auto block
      = response<text_block>(to, count_atom_v, block_of("Stra\u00DFe foo"));
  REQUIRE(block);
  CHECK(block->text() == "Stra\u00DFe foo");
  text_source_ptr text = std::make_shared<text_in_blocks>(
      std::vector{"foo "s, "Stra\u00DFe"s, " foo"s});
  CHECK(response<text_source_ptr>(to, count_atom_v, text) == text);
  auto tokens = response<token_totals>(to, get_stats_atom_v);
  REQUIRE(tokens);
  CHECK(tokens->read == 5);
  auto table = response<word_table_ptr>(to, finish_atom_v);
  REQUIRE(table);
  CHECK(contents(**table)
        == counts{{spelling_key("Stra\u00DFe", "strasse"), 2}});
}
