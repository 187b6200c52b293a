#pragma once

namespace tally {

/// Has all threads share one heap, and makes room in it in huge pages, unless
/// the memory of the program is limited. They come from the system only as they
/// are used. To be called before there is another thread, once.
void prepare_heap();

} // namespace tally
