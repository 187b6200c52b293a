#include "messages/fault.hpp"

#include "messages/protocol.hpp"

namespace tally {

std::string explain(const caf::error& err) {
  if (err == fault::empty_word)
    return "An empty word cannot be counted.";
  if (err == fault::out_of_memory)
    return memory_ran_out;
  if (err == fault::word_too_long)
    return "A word of gigabytes cannot be counted. Leave out input that is not "
           "text.";
  if (err == fault::too_many)
    return "No more than 18446744073709551615 words can be counted.";
  if (err == caf::sec::request_timeout)
    return "The aggregator did not answer in time.";
  return "The aggregator could not answer: " + to_string(err) + ".";
}

} // namespace tally
