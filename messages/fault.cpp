#include "messages/fault.hpp"

#include "messages/protocol.hpp"

namespace tally {

std::string explain(const caf::error& err) {
  if (err == fault::empty_word)
    return "An empty word cannot be counted.";
  if (err == fault::out_of_memory)
    return "Memory ran out. Count the input in parts, or on a machine with "
           "more memory.";
  if (err == fault::word_too_long)
    return "A word of 4 GB or more cannot be counted. Is this text?";
  if (err == caf::sec::request_timeout)
    return "The aggregator did not answer in time.";
  return "The aggregator could not answer: " + to_string(err) + ".";
}

} // namespace tally
