#include "actors/aggregator_handle.hpp"

#include "actors/aggregator.hpp"
#include "tests/catch.hpp"

#include <chrono>
#include <thread>
#include <vector>

using namespace tally;
using namespace std::chrono_literals;

namespace {

struct system_config : caf::actor_system_config {
  system_config() {
    configure<caf::id_block::tally>(*this, 2);
  }
};

struct fixture {
  system_config config;
  caf::actor_system sys{config};
  aggregator_handle handle{sys};
};

void add_words(aggregator_handle handle, int sender, int words) {
  for (int i = 0; i < words; ++i)
    if (!handle.add_word(i % 2 ? "shared" : "own" + std::to_string(sender)))
      return;
}

void add_words_as_actor(caf::blocking_actor*, const aggregator_handle& handle,
                        int sender, int words) {
  add_words(handle, sender, words);
}

} // namespace

TEST_CASE_METHOD(fixture, "a handle offers every request as a function",
                 "[handle][actor]") {
  CHECK(handle.add_word("foo") == 1u);
  CHECK(handle.add_word("foo") == 2u);
  CHECK(handle.merge({{"bar", 3}}) == totals{5, 2});
  auto table = std::make_shared<word_table>();
  table->add("baz");
  CHECK(handle.merge(std::move(table)) == totals{6, 3});
  CHECK(handle.get_count("foo") == 2u);
  CHECK(handle.get_count("missing") == 0u);
  CHECK(handle.get_top(1) == word_counts{{"bar", 3}});
  CHECK(handle.get_counts() == word_counts{{"bar", 3}, {"foo", 2}, {"baz", 1}});
  CHECK(handle.complete("b", 1) == word_counts{{"bar", 3}});
  CHECK(handle.get_stats() == totals{6, 3});
  CHECK(handle.subtract("bar", 5) == 0u);
  CHECK(handle.reset() == totals{3, 2});
  CHECK(handle.get_stats() == totals{});
}

TEST_CASE_METHOD(fixture, "copies of a handle share one aggregator",
                 "[handle][actor]") {
  auto copy = handle;
  copy.add_word("foo");
  auto moved = std::move(copy);
  CHECK(moved.add_word("foo") == 2u);
  CHECK(handle.get_count("foo") == 2u);
}

TEST_CASE_METHOD(fixture,
                 "totals are exact with eight threads and eight actors adding "
                 "words",
                 "[handle][actor]") {
  constexpr int senders = 16;
  constexpr int words = 6'250;
  std::vector<std::thread> threads;
  std::vector<caf::actor> actors;
  for (int i = 0; i < senders; i += 2) {
    threads.emplace_back(add_words, handle, i, words);
    actors.push_back(sys.spawn(add_words_as_actor, handle, i + 1, words));
  }
  for (auto& thread : threads)
    thread.join();
  caf::scoped_actor self{sys};
  self->wait_for(actors);
  CHECK(handle.get_stats() == totals{senders * words, senders + 1});
  CHECK(handle.get_count("shared") == uint64_t{senders * words / 2});
  for (int i = 0; i < senders; ++i)
    CHECK(handle.get_count("own" + std::to_string(i)) == uint64_t{words / 2});
}

TEST_CASE_METHOD(fixture, "a silent aggregator makes a request time out",
                 "[handle][actor]") {
  caf::scoped_actor silent{sys};
  auto to = caf::actor_cast<aggregator_actor>(caf::actor{silent});
  aggregator_handle impatient{sys, to, 10ms};
  auto count = impatient.add_word("foo");
  REQUIRE_FALSE(count);
  CHECK(count.error() == caf::sec::request_timeout);
}

TEST_CASE_METHOD(fixture,
                 "a late answer is not taken for that to the next word",
                 "[handle][actor]") {
  auto answer = [](const std::string& word) {
    if (word == "slow")
      std::this_thread::sleep_for(200ms);
    return uint64_t{word == "slow" ? 1U : 2U};
  };
  auto slow = sys.spawn([=](caf::event_based_actor*) -> caf::behavior {
    return {
        [=](add_word_atom, const std::string& word) { return answer(word); },
    };
  });
  auto to = caf::actor_cast<aggregator_actor>(slow);
  aggregator_handle impatient{sys, to, 20ms};
  CHECK_FALSE(impatient.add_word("slow"));
  auto count = impatient.add_word("quick");
  while (!count && count.error() == caf::sec::request_timeout)
    count = impatient.add_word("quick");
  REQUIRE(count);
  CHECK(*count == 2);
}

TEST_CASE_METHOD(fixture, "a request to a dead aggregator fails at once",
                 "[handle][actor]") {
  auto mortal = sys.spawn(aggregator);
  caf::anon_send_exit(mortal, caf::exit_reason::kill);
  caf::scoped_actor {
    sys
    } -> wait_for(mortal);
  aggregator_handle orphaned{sys, mortal};
  auto count = orphaned.add_word("foo");
  REQUIRE_FALSE(count);
  CHECK(count.error() == caf::sec::request_receiver_down);
}
