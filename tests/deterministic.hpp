#pragma once

#include "messages/protocol.hpp"
#include "tests/catch.hpp"

#include <caf/binary_deserializer.hpp>
#include <caf/binary_serializer.hpp>
#include <caf/scheduler/test_coordinator.hpp>

#include <utility>
#include <vector>

namespace tally::test {

struct test_config : caf::actor_system_config {
  test_config() {
    configure<caf::id_block::tally>(*this, 1);
    set("scheduler.policy", caf::atom("testing"));
  }
};

/// An actor system in which nothing runs until the test says so, and then in
/// one thread and always in the same order. Knows the
/// CAF version.
struct deterministic {
  test_config config;
  caf::actor_system sys{config};
  caf::scheduler::test_coordinator& scheduler
      = dynamic_cast<caf::scheduler::test_coordinator&>(sys.scheduler());
  caf::scoped_actor self{sys};
  const std::vector<keeper_actor> no_keepers;

  /// Sends a request, lets all actors run and returns the response.
  template <class Result, class Actor, class... Args>
  caf::expected<Result> response(const Actor& to, Args... args) {
    caf::expected<Result> result{caf::error{}};
    auto request = ask(self, to, caf::infinite, std::move(args)...);
    scheduler.run();
    std::move(request).receive(
        [&](Result& response) { result = std::move(response); },
        [&](caf::error& err) { result = std::move(err); });
    return result;
  }

  /// Returns what comes out of serializing and deserializing `x`.
  template <class T>
  T round_trip(T x) {
    std::vector<char> buffer;
    caf::binary_serializer sink{sys, buffer};
    REQUIRE_FALSE(static_cast<bool>(sink(x)));
    T result{};
    caf::binary_deserializer source{sys, buffer};
    REQUIRE_FALSE(static_cast<bool>(source(result)));
    return result;
  }
};

} // namespace tally::test
