// Memory for tables and records. Small areas come from the heap. Large ones
// are mapped and ask for huge pages: a big table is read at random, and with
// small pages nearly each access would also miss the processor's address cache.

#pragma once

#include <cstddef>
#include <new>

namespace tally {

/// Memory that is given back when the owner ends. Starts with a line of the
/// processor's caches. Moving leaves it in place.
class memory_area {
public:
  /// The least size of an area that is mapped and made of huge pages. Larger
  /// ones are multiples of it.
  static constexpr size_t huge_page = size_t{2} << 20;

  static constexpr std::align_val_t alignment{64};

  memory_area() = default;

  /// Provides at least `bytes`, and whole huge pages from `mapped_from` bytes
  /// on; throws `std::bad_alloc` if it cannot. What is in them is not known.
  explicit memory_area(size_t bytes, size_t mapped_from = huge_page);

  /// Returns the same, filled with zeros. Takes all of the memory now, but for
  /// huge pages, which are taken one by one when they are written to.
  static memory_area zeroed(size_t bytes, size_t mapped_from = huge_page);

  memory_area(memory_area&& other) noexcept;
  memory_area& operator=(memory_area&& other) noexcept;
  ~memory_area();

  char* data() const noexcept {
    return data_;
  }

  size_t size() const noexcept {
    return size_;
  }

  /// Gives the first `bytes` back early. They must not be used any more.
  void discard_front(size_t bytes) noexcept;

private:
  // What is mapped has whole huge pages, and nothing else is as large as one.
  bool is_mapped() const noexcept {
    return size_ >= huge_page;
  }

  char* data_ = nullptr;
  size_t size_ = 0;
  size_t discarded_ = 0;
};

} // namespace tally
