#include "app/heap.hpp"

#include "actors/table/memory_area.hpp"

#include <cstddef>
#include <cstdlib>
#include <sys/mman.h>
#include <sys/resource.h>

// Sanitizers have an allocator of their own.
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)                               \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#  define TALLY_GLIBC_HEAP
#  include <malloc.h>
#endif

namespace tally {

#ifdef TALLY_GLIBC_HEAP

namespace {

bool is_unlimited(decltype(RLIMIT_AS) resource) {
  rlimit limit;
  return getrlimit(resource, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY;
}

} // namespace

// The first use of a small page may take fifty times as long as that of its
// share of a huge one. Each thread's own heap would lie elsewhere, and reserve
// many addresses. Where these are limited, the rest of the program may need
// what is reserved here.
void prepare_heap() {
  mallopt(M_ARENA_MAX, 1);
  if (!is_unlimited(RLIMIT_AS) || !is_unlimited(RLIMIT_DATA))
    return;
  constexpr auto huge_page = memory_area::huge_page;
  constexpr size_t room = 128 * huge_page;
  // What is freed has been used and is asked for again soon, so it is kept.
  mallopt(M_TOP_PAD, huge_page);
  mallopt(M_TRIM_THRESHOLD, 4 * room);
  // Only what is part of the heap stays there when it is freed.
  mallopt(M_MMAP_MAX, 0);
  auto start = std::aligned_alloc(huge_page, room);
  if (start != nullptr)
    madvise(start, room, MADV_HUGEPAGE);
  std::free(start);
  // Once the room is used up, what is large lies elsewhere again and is given
  // back.
  constexpr int default_of_glibc = 65536;
  mallopt(M_MMAP_MAX, default_of_glibc);
  mallopt(M_MMAP_THRESHOLD, 2 * huge_page);
}

#else

void prepare_heap() {
}

#endif

} // namespace tally
