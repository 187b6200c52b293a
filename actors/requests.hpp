// Waiting for the answers to many requests at a time.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace tally {

/// Sends `requests` requests, of which `send(i)` sends one, and then waits for
/// all answers. Calls `use(i, result)` for each `Result&` in turn. Returns the
/// last error answered, none if empty.
template <class Result, class Send, class Use>
caf::error ask_all(size_t requests, Send send, Use use) {
  std::vector<decltype(send(size_t{0}))> responses;
  for (size_t i = 0; i < requests; ++i)
    responses.push_back(send(i));
  caf::error failure;
  for (size_t i = 0; i < requests; ++i)
    std::move(responses[i])
        .receive([&](Result& result) { use(i, result); },
                 [&](caf::error& err) { failure = std::move(err); });
  return failure;
}

} // namespace tally
