#include "actors/deliveries.hpp"

#include "messages/fault.hpp"
#include "messages/protocol.hpp"
#include "tests/catch.hpp"

#include <string>

using namespace tally;

namespace {

struct answers {
  std::string given; // a letter for each

  deliveries::answer make(char name) {
    return [this, name](const caf::error& failure) {
      given += failure ? '!' : name;
    };
  }
};

} // namespace

TEST_CASE("a list that is delivered leaves room for as many words",
          "[deliveries]") {
  deliveries sent;
  waiting_words words;
  words.reserve(1000);
  words.append("elephants", 1);
  auto list = sent.take(words);
  CHECK_FALSE(list->empty());
  CHECK(words.empty());
  CHECK(words.capacity() >= 1000);
}

TEST_CASE("a list that came back is used again", "[deliveries]") {
  deliveries sent;
  waiting_words words;
  words.reserve(1000);
  auto first = sent.take(words);
  sent.came_back(first);
  CHECK(sent.take(words) == first);
}

TEST_CASE("answers wait in turn until few lists are on their way",
          "[deliveries]") {
  deliveries sent;
  answers answers;
  waiting_words words;
  sent.answer_when_left(0, answers.make('a'));
  CHECK(answers.given == "a");
  sent.take(words);
  sent.take(words);
  sent.answer_when_left(2, answers.make('b'));
  CHECK(answers.given == "ab");
  sent.answer_when_left(0, answers.make('c'));
  sent.answer_when_left(1, answers.make('d'));
  CHECK(answers.given == "ab");
  sent.came_back(std::make_shared<waiting_words>());
  CHECK(answers.given == "ab");
  sent.came_back(std::make_shared<waiting_words>());
  CHECK(answers.given == "abcd");
}

TEST_CASE("lists that differ in size do not grow by being delivered",
          "[deliveries]") {
  deliveries sent;
  waiting_words words;
  words.reserve(1001);
  auto small = std::make_shared<waiting_words>();
  small->reserve(1000);
  sent.take(words);
  sent.came_back(small);
  auto room = words.capacity();
  sent.take(words);
  CHECK(words.capacity() == room);
}

TEST_CASE("a list that is lost fails one answer", "[deliveries]") {
  deliveries sent;
  answers answers;
  waiting_words words;
  sent.take(words);
  sent.failed(caf::error{fault::out_of_memory});
  sent.answer_when_left(0, answers.make('a'));
  sent.answer_when_left(0, answers.make('b'));
  CHECK(answers.given == "!b");
}
