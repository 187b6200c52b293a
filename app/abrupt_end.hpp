#pragma once

namespace tally {

/// From now on, an exception that nobody catches ends the program with a
/// complaint and `exit_status::failure`, if it tells of a lack of memory or of
/// something that the system refused. The terminal becomes what it is now.
/// Nothing is unwound: an actor system whose threads did not all start, or one
/// whose actors still wait for input, does not come to an end.
void end_on_exceptions();

} // namespace tally
