#pragma once

namespace tally {

/// Makes room for what the program is going to allocate, all its threads
/// together, in huge pages. They come from the system only as they are used. To
/// be called before there is another thread, once.
void prepare_heap();

} // namespace tally
