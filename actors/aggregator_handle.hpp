#pragma once

#include "messages/protocol.hpp"

#include <chrono>
#include <optional>

namespace tally {

/// An aggregator as an object with ordinary functions: each sends one request
/// and waits for its response. Copies share the aggregator, which lives as long
/// as one of them. A copy serves one thread at a time; many threads count into
/// the same aggregator through a copy each. So do actors, if they are blocking
/// or detached: those that share CAF's threads must not wait on them.
class aggregator_handle {
public:
  /// How long a request may take before it fails with `request_timeout`.
  static constexpr std::chrono::minutes default_timeout{5};

  /// Starts an aggregator that holds no counts.
  explicit aggregator_handle(caf::actor_system& sys);

  /// Refers to `aggregator`, a running one.
  aggregator_handle(caf::actor_system& sys, aggregator_actor aggregator,
                    caf::timespan timeout = default_timeout);

  aggregator_handle(const aggregator_handle& other);

  /// Counts one occurrence of `word` and returns its new count.
  caf::expected<uint64_t> add_word(std::string word);

  /// Takes back up to `n` occurrences of `word` and returns its new count.
  caf::expected<uint64_t> subtract(std::string word, uint64_t n);

  /// Returns all counts, most frequent first, ties by the word's bytes.
  caf::expected<word_counts> get_counts();

  /// Returns the count of `word`, 0 if it never occurred.
  caf::expected<uint64_t> get_count(std::string word);

  /// Returns the first `n` of `get_counts`.
  caf::expected<word_counts> get_top(uint64_t n);

  /// Returns the `n` most frequent words that start with `prefix`.
  caf::expected<word_counts> complete(std::string prefix, uint64_t n);

  caf::expected<totals> get_stats();

  /// Returns the sum of all counts, added up word by word.
  caf::expected<uint64_t> audit();

  /// Adds counts made elsewhere and returns the totals that result.
  caf::expected<totals> merge(word_counts partial);
  caf::expected<totals> merge(word_table_ptr partial);

  /// Gives all counts away; the aggregator keeps none.
  caf::expected<word_table_ptr> take();

  /// Forgets all counts and returns what they came to.
  caf::expected<totals> reset();

private:
  template <class Result, class... Args>
  caf::expected<Result> request(Args... args);

  bool wait_for_response();

  caf::actor_system* sys_;
  aggregator_actor aggregator_;
  caf::timespan timeout_;
  std::optional<caf::scoped_actor> self_; // never empty
};

} // namespace tally
