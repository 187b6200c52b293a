#include "actors/merger.hpp"

#include "actors/table/word_table.hpp"
#include "tests/catch.hpp"

#include <memory>

using namespace tally;

namespace {

struct fixture {
  caf::actor_system_config config;
  caf::actor_system sys{(configure<caf::id_block::tally>(config, 2), config)};
  caf::scoped_actor self{sys};
};

/// Returns a table that counts the numbers from `first` to `last`, each as
/// often as its value says.
word_table_ptr numbers(uint64_t first, uint64_t last) {
  auto table = std::make_shared<word_table>();
  for (auto i = first; i < last; ++i) {
    table->add(std::to_string(i), i);
    table->add("a word of more than eight bytes: " + std::to_string(i), i);
  }
  return table;
}

} // namespace

TEST_CASE_METHOD(fixture, "merged tables add up", "[merger][actor]") {
  for (size_t workers : {1, 2, 5}) {
    auto merged = merge_tables(
        self, {numbers(1, 3000), numbers(2000, 4000), numbers(1, 1)}, workers);
    REQUIRE(merged);
    auto& table = **merged;
    CHECK(table.distinct() == 2 * 3999);
    CHECK(table.tokens() == 2 * (3999 * 2000 + 1000 * 2500 - 500));
    CHECK(table.count("1999") == 1999);
    CHECK(table.count("2000") == 4000);
    CHECK(table.count("a word of more than eight bytes: 2999") == 5998);
    CHECK(table.count("a word of more than eight bytes: 3000") == 3000);
  }
}

TEST_CASE_METHOD(fixture, "a few words add up as well", "[merger][actor]") {
  auto merged = merge_tables(
      self, {numbers(1, 1), numbers(1, 100), numbers(90, 200)}, 2);
  REQUIRE(merged);
  auto& table = **merged;
  CHECK(table.distinct() == 2 * 199);
  CHECK(table.tokens() == 2 * (199 * 100 + 945));
  CHECK(table.count("89") == 89);
  CHECK(table.count("90") == 180);
  CHECK(table.count("a word of more than eight bytes: 99") == 198);
  CHECK(table.count("a word of more than eight bytes: 100") == 100);
}

TEST_CASE_METHOD(fixture, "a single table is returned as it is",
                 "[merger][actor]") {
  auto table = numbers(1, 100);
  auto address = table.get();
  auto merged = merge_tables(self, {table}, 2);
  REQUIRE(merged);
  CHECK(merged->get() == address);
}
