#include "app/terminal/completion.hpp"

#include "tests/catch.hpp"

using namespace tally;

namespace {

using choices = std::vector<std::string>;

struct fixture {
  caf::actor_system_config config;
  caf::actor_system sys{(configure<caf::id_block::tally>(config, 1), config)};
  aggregator_handle totals{sys};

  completion of(std::string_view line) {
    return complete(totals, line);
  }
};

} // namespace

TEST_CASE_METHOD(fixture, "what all choices share is completed",
                 "[prompt][actor]") {
  totals.merge({{"hello", 1}, {"help", 2}, {"world", 1}});
  CHECK(of("h").rest == L"el");
  CHECK(of("h").choices == choices{"help", "hello"});
  CHECK(of("hel").rest.empty());
  CHECK(of("a wo").rest == L"rld ");
  CHECK(of("x").choices.empty());
  CHECK(of("x").rest.empty());
  CHECK(of("a ").choices.size() == 3);
}

TEST_CASE_METHOD(fixture, "no character is completed by half",
                 "[prompt][actor]") {
  totals.merge({{"a\xc3\xa4", 1}, {"a\xc3\xa5", 1}, {"b\xff", 1}});
  CHECK(of("a").rest.empty());
  CHECK(of("b").rest == L"\xDCFF ");
}

TEST_CASE_METHOD(fixture, "commands are completed at the start of a line",
                 "[prompt][actor]") {
  totals.merge({{":smile", 1}});
  CHECK(of(":s").choices == choices{":save"});
  CHECK(of(":count :s").choices == choices{":smile"});
}

TEST_CASE_METHOD(fixture, "nothing is sure of very many words",
                 "[prompt][actor]") {
  word_counts counts;
  for (int i = 0; i < 2000; ++i)
    counts.push_back({"word" + std::to_string(i), 1});
  totals.merge(counts);
  CHECK(of("w").rest.empty());
  CHECK_FALSE(of("w").choices.empty());
}

TEST_CASE("choices stand in as many columns as fit", "[prompt]") {
  choices words{"one", "two", "three", "\x1b[2J"};
  CHECK(in_columns(words, 13) == "one    two\nthree  ^[[2J\n");
  CHECK(in_columns(words, 12) == "one\ntwo\nthree\n^[[2J\n");
  CHECK(in_columns(words, 80) == "one    two    three  ^[[2J\n");
  CHECK(in_columns(words, 1) == "one\ntwo\nthree\n^[[2J\n");
  CHECK(in_columns(choices(1000, "x"), 80).ends_with("x\n...\n"));
}
