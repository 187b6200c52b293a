#include "actors/table/memory_area.hpp"

#include <sys/mman.h>

#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace tally {

namespace {

constexpr size_t round_up(size_t bytes, size_t unit) {
  return (bytes + unit - 1) / unit * unit;
}

char* map(size_t bytes) {
  auto result = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (result == MAP_FAILED)
    throw std::bad_alloc{};
  return static_cast<char*>(result);
}

// Huge pages must start at a multiple of their size: map one more and cut
// off what is too much at both ends.
char* map_huge(size_t bytes) {
  auto unit = memory_area::huge_page;
  auto start = map(bytes + unit);
  auto address = reinterpret_cast<uintptr_t>(start);
  auto front = round_up(address, unit) - address;
  if (front > 0)
    munmap(start, front);
  if (front < unit)
    munmap(start + front + bytes, unit - front);
#ifdef MADV_HUGEPAGE
  madvise(start + front, bytes, MADV_HUGEPAGE);
#endif
  return start + front;
}

char* allocate(size_t bytes) {
  return static_cast<char*>(::operator new(bytes, memory_area::alignment));
}

} // namespace

memory_area::memory_area(size_t bytes, size_t mapped_from) {
  if (bytes > PTRDIFF_MAX - 2 * huge_page)
    throw std::bad_alloc{};
  auto large = bytes >= mapped_from;
  size_ = large ? round_up(bytes, huge_page) : bytes;
  data_ = large ? map_huge(size_) : allocate(size_);
}

// Writes to every small page: one that is read first has to be replaced when it
// is written to, which interrupts all threads.
memory_area memory_area::zeroed(size_t bytes, size_t mapped_from) {
  memory_area result{bytes, mapped_from};
  if (!result.is_mapped())
    std::memset(result.data_, 0, result.size_);
  return result;
}

memory_area::memory_area(memory_area&& other) noexcept {
  *this = std::move(other);
}

memory_area& memory_area::operator=(memory_area&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(discarded_, other.discarded_);
  return *this;
}

memory_area::~memory_area() {
  if (is_mapped())
    munmap(data_, size_);
  else
    ::operator delete(data_, alignment);
}

void memory_area::discard_front(size_t bytes) noexcept {
  auto whole = bytes / huge_page * huge_page;
  if (!is_mapped() || whole <= discarded_)
    return;
  madvise(data_ + discarded_, whole - discarded_, MADV_DONTNEED);
  discarded_ = whole;
}

} // namespace tally
