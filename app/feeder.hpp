#pragma once

#include "app/input/block_source.hpp"
#include "messages/protocol.hpp"

#include <memory>
#include <vector>

namespace tally {

/// What is in flight between one source and its counters. A counter gets its
/// next block, or part to read, when it is done with one, so a slow counter
/// never holds up a fast one and memory does not grow with the input.
struct feeder_state {
  static constexpr const char* name = "feeder";

  /// How many parts each counter is handed before the first answer: one that it
  /// counts, one that waits for it, so that it never waits for input that is
  /// there. No more, as nobody else can take what a slow counter was given.
  static constexpr size_t part_credit = 2;

  /// How many blocks it is handed. More, as the system may leave the reader, or
  /// whoever writes to a pipe, without a processor for milliseconds while all
  /// are busy.
  static constexpr size_t block_credit = 4;

  /// What is under way to or from each counter: every answer is followed by one
  /// block or part, whichever comes next.
  size_t credit() const noexcept {
    return sent_part ? part_credit : block_credit;
  }

  std::unique_ptr<block_source> source;
  std::vector<counter_actor> counters;
  size_t in_flight = 0;
  bool sent_part = false; ///< Is there a file that counters read?
  caf::error failure;     ///< Why a counter failed, none so far if empty.
  caf::typed_response_promise<input_totals> promise;
};

/// Behavior of the actor that hands what `source` has to `counters`. It
/// blocks while it reads, so spawn it detached.
feeder_actor::behavior_type
feeder(feeder_actor::stateful_pointer<feeder_state> self,
       std::unique_ptr<block_source> source,
       std::vector<counter_actor> counters);

} // namespace tally
