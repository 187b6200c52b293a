#include "app/heap.hpp"

#include <cstddef>
#include <cstdlib>

// Sanitizers have an allocator of their own.
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)                       \
    && !defined(__SANITIZE_THREAD__)
#  define TALLY_GLIBC_HEAP
#  include <malloc.h>
#  include <sys/mman.h>
#endif

namespace tally {

// The first use of a small page may take fifty times as long as that of its
// share of a huge one. Memory that was freed has been used, so it is kept: all
// of it is asked for again soon, by one thread or another.
void prepare_heap() {
#ifdef TALLY_GLIBC_HEAP
  constexpr size_t huge_page = size_t{2} << 20;
  constexpr size_t prepared = 128 * huge_page;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, huge_page);
  mallopt(M_TRIM_THRESHOLD, 4 * prepared);
  mallopt(M_MMAP_MAX, 0);
  auto room = std::aligned_alloc(huge_page, prepared);
  if (room != nullptr)
    madvise(room, prepared, MADV_HUGEPAGE);
  std::free(room);
  // From now on, what is larger than a few huge pages lies elsewhere again.
  constexpr int usual_maximum = 65536;
  mallopt(M_MMAP_MAX, usual_maximum);
  mallopt(M_MMAP_THRESHOLD, 2 * huge_page);
#endif
}

} // namespace tally
