#include "actors/table/waiting_words.hpp"

#include "tests/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace tally;

namespace {

using entries = std::vector<std::pair<std::string, uint32_t>>;

entries consume(waiting_words& words) {
  entries result;
  words.consume([&](const waiting_words::entry& x) {
    result.emplace_back(x.word, x.hash);
  });
  return result;
}

} // namespace

TEST_CASE("there is no room to wait before it is made", "[waiting_words]") {
  waiting_words words;
  CHECK_FALSE(words.has_room_for(1));
  CHECK(consume(words).empty());
  words.reserve(64);
  CHECK(words.has_room_for(56));
  CHECK_FALSE(words.has_room_for(57));
}

TEST_CASE("words that wait come out once, in the order they came in",
          "[waiting_words]") {
  waiting_words words;
  words.reserve(10'000);
  for (int round = 0; round < 2; ++round) {
    entries expected;
    for (uint32_t size = 1; size <= 70; ++size) {
      expected.emplace_back(std::string(size, static_cast<char>(size)), size);
      REQUIRE(words.has_room_for(size));
      words.append(expected.back().first, size);
    }
    CHECK(consume(words) == expected);
    CHECK(consume(words).empty());
  }
}

TEST_CASE("words go on waiting where they are moved to", "[waiting_words]") {
  waiting_words words;
  words.reserve(64);
  words.append("a word of some length", 1);
  auto moved = std::move(words);
  CHECK_FALSE(words.has_room_for(1));
  CHECK(consume(words).empty());
  CHECK(consume(moved).size() == 1);
}

TEST_CASE("words fill the room there is to the last byte", "[waiting_words]") {
  waiting_words words;
  words.reserve(48);
  auto expected = entries{{"sixteen letters.", 1}, {"nine byte", 2}};
  for (auto& [word, hash] : expected) {
    REQUIRE(words.has_room_for(word.size()));
    words.append(word, hash);
  }
  CHECK_FALSE(words.has_room_for(1));
  CHECK(consume(words) == expected);
}
