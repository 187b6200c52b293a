// The errors that tally's actors answer with, besides those of CAF itself.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstdint>
#include <string>

namespace tally {

/// Why a request could not be served.
enum class fault : uint8_t {
  /// The word to count has no bytes; nothing was counted.
  empty_word = 1,
  /// Memory ran out; the counts held so far are still good.
  out_of_memory,
  /// The word has 4 GB or more; all words before it were counted.
  word_too_long,
  /// The sum of all counts would run over; nothing was counted.
  too_many,
};

/// What `explain` says of a lack of memory, which itself takes none.
inline constexpr const char* memory_ran_out
    = "Memory ran out. Count the input in parts, or on a machine with more "
      "memory.";

/// Returns a whole sentence that tells a person what went wrong and what helps.
std::string explain(const caf::error& err);

} // namespace tally
