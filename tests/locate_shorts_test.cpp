#include "actors/table/locate_shorts.hpp"

#include "actors/table/bytes.hpp"
#include "actors/table/front_table.hpp"
#include "actors/table/hash.hpp"
#include "actors/text/byte_classes.hpp"

#include "tests/catch.hpp"
#include "tests/word_oracle.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace tally;
using namespace tally::test;

namespace {

// Words on the heap, of which exactly what must be readable can be read.
class short_words {
public:
  explicit short_words(size_t n, uint64_t seed, size_t vocabulary = 1 << 20) {
    generator random{seed};
    for (size_t i = 0; i < n; ++i) {
      auto word = random.below(vocabulary) * 0x9E3779B97F4A7C15 | 1;
      auto size = 1 + word / 8 % 8;
      auto first = text_.size();
      for (size_t k = 0; k < size; ++k)
        text_.push_back(static_cast<char>(1 + (word >> 7 * k) % 255));
      edges_.push_back(
          {static_cast<uint16_t>(first), static_cast<uint16_t>(text_.size())});
    }
    auto readable = n == 0 ? 0 : edges_.back().first + size_t{8};
    bytes_ = std::make_unique<char[]>(readable);
    std::fill_n(bytes_.get(), readable, 'x');
    std::copy(text_.begin(), text_.end(), bytes_.get());
    edges_.shrink_to_fit();
  }

  const char* base() const {
    return bytes_.get();
  }

  const std::vector<word_edges>& edges() const {
    return edges_;
  }

  std::string_view word(size_t i) const {
    return std::string_view{text_}.substr(edges_[i].first, size(i));
  }

private:
  size_t size(size_t i) const {
    return static_cast<size_t>(edges_[i].last - edges_[i].first);
  }

  std::string text_;
  std::unique_ptr<char[]> bytes_;
  std::vector<word_edges> edges_;
};

template <class F>
void with_each_function(F f) {
  size_t found = 0;
  for (auto which : available_instruction_sets())
    if (auto locate = locate_shorts(which)) {
      CAPTURE(to_string(which));
      f(locate);
      ++found;
    }
  if (found == 0)
    WARN("This processor has no instructions to locate short words with.");
}

} // namespace

TEST_CASE("short words are located by key and home", "[locate_shorts]") {
  auto seed = fixed_seed(7);
  with_each_function([&](locate_shorts_function locate) {
    for (size_t capacity : {1, 64, 1 << 16}) {
      std::vector<short_slot> slots(capacity + 1);
      short_table::finder finder{slots.data(), capacity};
      for (size_t n = 0; n <= located_shorts::capacity; ++n) {
        CAPTURE(capacity, n);
        short_words words{n, n};
        located_shorts located;
        locate(words.base(), words.edges(), seed, finder, located);
        size_t right = 0;
        for (size_t i = 0; i < n; ++i) {
          auto word = words.word(i);
          auto key = load_up_to_8(word.data(), word.size());
          right += located.keys[i] == key
                   && located.homes[i] == finder.home(quick_hash(key, seed));
        }
        CHECK(right == n);
      }
    }
  });
}

TEST_CASE("the edges of located words use all of their bits",
          "[locate_shorts]") {
  with_each_function([](locate_shorts_function locate) {
    std::string text(65536 + 8, '.');
    text.replace(65527, 8, "the last");
    std::vector<word_edges> edges(23, {65527, 65535});
    std::vector<short_slot> slots(65);
    located_shorts located;
    locate(text.data(), edges, fixed_seed(1), {slots.data(), 64}, located);
    auto last = located.keys.begin() + 23;
    CHECK(std::count(located.keys.begin(), last, load8("the last")) == 23);
  });
}

TEST_CASE("located words are counted while their table grows",
          "[locate_shorts]") {
  with_each_function([](locate_shorts_function locate) {
    front_table table{fixed_seed(3)};
    counts expected;
    for (uint64_t i = 0; i < 200; ++i) {
      short_words words{located_shorts::capacity, i, 100 + 50 * i};
      front_table::adder{table}.add_shorts(words.base(), words.edges(), locate);
      for (size_t k = 0; k < words.edges().size(); ++k)
        ++expected[std::string{words.word(k)}];
    }
    CHECK(table.distinct() == expected.size());
    counts counted;
    table.for_each(
        [&](std::string_view word, uint64_t n) { counted.emplace(word, n); });
    CHECK(counted == expected);
  });
}
