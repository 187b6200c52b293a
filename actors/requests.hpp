// Waiting for the answers to many requests at a time.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace tally {

/// Sends `requests` requests, of which `send(i)` sends one. Returns what comes
/// of them.
template <class Send>
auto send_all(size_t requests, Send send) {
  std::vector<decltype(send(size_t{0}))> responses;
  for (size_t i = 0; i < requests; ++i)
    responses.push_back(send(i));
  return responses;
}

/// Waits for all answers. Calls `use(i, result)` for each `Result&` in turn.
/// Returns the last error answered, none if empty.
template <class Result, class Response, class Use>
caf::error receive_all(std::vector<Response> responses, Use use) {
  caf::error failure;
  for (size_t i = 0; i < responses.size(); ++i)
    std::move(responses[i])
        .receive([&](Result& result) { use(i, result); },
                 [&](caf::error& err) { failure = std::move(err); });
  return failure;
}

/// Sends requests and then waits for all answers.
template <class Result, class Send, class Use>
caf::error ask_all(size_t requests, Send send, Use use) {
  return receive_all<Result>(send_all(requests, send), use);
}

} // namespace tally
