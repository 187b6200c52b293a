#include "actors/text/word_scanner.hpp"

#include "actors/text/white_space.hpp"
#include "tests/catch.hpp"
#include "tests/padded.hpp"
#include "tests/word_oracle.hpp"

#include <bitset>

using namespace tally;
using namespace tally::test;

namespace {

using word_list = std::vector<std::string>;

word_list scan(std::string_view text, instruction_set which,
               char padding = 'x') {
  padded block{text, padding};
  word_scanner words{block.text(), which};
  word_list result;
  while (words.next()) {
    for (size_t i = 0; i < words.words(); ++i) {
      auto [first, last] = words.word(i);
      result.emplace_back(words.base() + first, words.base() + last);
    }
    if (!words.giant().empty())
      result.emplace_back(words.giant());
  }
  return result;
}

// The same, a byte at a time.
word_list scan_naively(std::string_view text) {
  word_list result;
  for (bool in_word = false; !text.empty();) {
    auto space = leading_space(text);
    if (space == 0 && !in_word)
      result.emplace_back();
    if (space == 0)
      result.back() += text.front();
    in_word = space == 0;
    text.remove_prefix(std::max<size_t>(space, 1));
  }
  return result;
}

template <class F>
void with_each_instruction_set(F f) {
  for (auto which : available_instruction_sets()) {
    INFO("instruction set " << to_string(which));
    f(which);
  }
}

} // namespace

TEST_CASE("all instruction sets classify every byte alike", "[scan]") {
  std::string all;
  for (int i = 0; i < 256; ++i)
    all += static_cast<char>(i);
  with_each_instruction_set([&](instruction_set which) {
    std::array<byte_classes, 4> classes;
    classify_bytes(which)(all.data(), classes);
    for (size_t i = 0; i < 256; ++i) {
      INFO("byte " << i);
      CHECK((classes[i / 64].spaces >> i % 64 & 1) == is_ascii_space(all[i]));
      CHECK((classes[i / 64].leads >> i % 64 & 1)
            == may_start_long_space(all[i]));
    }
  });
}

TEST_CASE("the portable code and the best are available", "[scan]") {
  auto all = available_instruction_sets();
  CHECK(all.front() == instruction_set::portable);
  CHECK(all.back() == best_instruction_set());
}

TEST_CASE("white space is exactly what Unicode says", "[scan]") {
  auto utf8 = [](unsigned x) {
    auto tail = [x](int shift) {
      return static_cast<char>(0x80 | (x >> shift & 0x3F));
    };
    if (x < 0x80)
      return std::string{static_cast<char>(x)};
    if (x < 0x800)
      return std::string{static_cast<char>(0xC0 | x >> 6), tail(0)};
    return std::string{static_cast<char>(0xE0 | x >> 12), tail(6), tail(0)};
  };
  with_each_instruction_set([&](instruction_set which) {
    for (unsigned x = 1; x < 0x10000; ++x) {
      auto space = utf8(x);
      auto expected = leading_space(space) > 0 ? word_list{"a", "b"}
                                               : word_list{"a" + space + "b"};
      if (scan("a" + space + "b", which) != expected)
        FAIL("U+" << std::hex << x);
    }
  });
}

TEST_CASE("nothing but white space has no words", "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    CHECK(scan("", which).empty());
    for (size_t size : {1, 63, 64, 65, 8191, 8192, 8193, 20000})
      CHECK(scan(std::string(size, '\n'), which).empty());
  });
}

TEST_CASE("words of 1 to 70 bytes are found around every edge", "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    for (size_t edge : {64, 128, 8192, 16384})
      for (size_t size = 1; size <= 70; ++size)
        for (size_t start = edge - std::min(edge, size + 2); start <= edge + 2;
             ++start) {
          auto word = std::string(size, 'w');
          auto text = std::string(start, ' ') + word + " end";
          auto expected = word_list{word, "end"};
          if (scan(text, which) != expected)
            FAIL(size << " bytes at " << start);
        }
  });
}

TEST_CASE("the end of the text ends a word", "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    for (size_t size = 1; size <= 8300; size += size < 200 ? 1 : 61)
      for (char padding : {'x', ' ', '\x80', '\xA0'}) {
        auto text = std::string(size - 1, ' ') + "w";
        if (scan(text, which, padding) != word_list{"w"})
          FAIL(size << " bytes");
      }
  });
}

TEST_CASE("white space of several bytes is found wherever it is cut",
          "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    for (auto& space : long_spaces)
      for (size_t edge : {64, 8192})
        for (size_t start = edge - 4; start <= edge + 1; ++start) {
          auto text = std::string(start, 'w') + space + "next";
          auto expected = word_list{std::string(start, 'w'), "next"};
          if (scan(text, which) != expected)
            FAIL("at " << start);
        }
  });
}

TEST_CASE("white space that the end of the text cuts is part of a word",
          "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    for (auto& space : long_spaces)
      for (size_t size : {1, 63, 64, 8191, 8192})
        for (size_t cut = 1; cut < space.size(); ++cut) {
          auto text = std::string(size, 'w') + space.substr(0, cut);
          if (scan(text, which, space[cut]) != word_list{text})
            FAIL(size << " bytes");
        }
  });
}

TEST_CASE("giant words are found whole", "[scan]") {
  with_each_instruction_set([](instruction_set which) {
    for (size_t size : {8191, 8192, 8193, 16383, 16384, 16385, 3'000'000}) {
      auto giant = std::string(size, 'g');
      CHECK(scan(giant, which) == word_list{giant});
      auto expected = word_list{"a", giant, "b", giant};
      CHECK(scan("a " + giant + "\xE3\x80\x80" + "b " + giant, which)
            == expected);
    }
  });
}

TEST_CASE("random text is cut into the same words as byte by byte", "[scan]") {
  for (auto seed : seeds()) {
    INFO("seed " << seed);
    generator random{seed};
    for (int i = 0; i < 30; ++i) {
      auto text = random.text(random.below(30000), 1 + random.below(200));
      auto expected = scan_naively(text);
      with_each_instruction_set([&](instruction_set which) {
        if (scan(text, which) != expected)
          FAIL("text " << i);
      });
    }
  }
}
