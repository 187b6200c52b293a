#include "actors/table/memory_area.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace tally;

namespace {

constexpr auto huge_page = memory_area::huge_page;

bool is_zero(const memory_area& x) {
  std::string_view bytes{x.data(), x.size()};
  return bytes.find_first_not_of('\0') == bytes.npos;
}

} // namespace

TEST_CASE("zeroed memory is that also where other memory was before",
          "[memory_area]") {
  for (size_t size : {64, 4096, 100'000, 1 << 20, 2 << 20, 5 << 20})
    for (auto mapped_from : {size_t{4096}, huge_page / 2, huge_page}) {
      CAPTURE(size, mapped_from);
      {
        memory_area used{size, mapped_from};
        std::fill_n(used.data(), used.size(), 'x');
      }
      auto zeroed = memory_area::zeroed(size, mapped_from);
      CHECK(zeroed.size() >= size);
      CHECK(is_zero(zeroed));
    }
}

TEST_CASE("memory starts with a line of the caches, or with a huge page",
          "[memory_area]") {
  for (size_t size : {1, 1000, 3 << 20}) {
    memory_area area{size};
    auto unit = size < huge_page ? size_t{64} : huge_page;
    CHECK(reinterpret_cast<uintptr_t>(area.data()) % unit == 0);
  }
}

TEST_CASE("giving back the front of memory leaves the rest as it is",
          "[memory_area]") {
  auto area = memory_area::zeroed(4 * huge_page);
  std::fill_n(area.data(), area.size(), 'x');
  area.discard_front(2 * huge_page + 1);
  CHECK(area.data()[2 * huge_page] == 'x');
}
