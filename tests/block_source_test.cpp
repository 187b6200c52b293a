#include "app/input/block_source.hpp"

#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/temporary_file.hpp"

#include <vector>

using namespace tally;
using tally::test::temporary_file;

namespace {

std::vector<std::string> blocks_of(block_source& source) {
  std::vector<std::string> blocks;
  text_block block;
  while (source.next(block)) {
    CHECK(block.buffer.size() >= block.size + text_block::padding);
    blocks.emplace_back(block.text());
  }
  return blocks;
}

std::vector<std::string> blocks_of(const std::string& text, size_t size) {
  temporary_file file{text};
  block_source source{{file.path()}, size};
  return blocks_of(source);
}

using strings = std::vector<std::string>;

} // namespace

TEST_CASE("blocks end behind white space", "[blocks]") {
  CHECK(blocks_of("aa bb cc dd", 4) == strings{"aa ", "bb ", "cc ", "dd"});
  CHECK(blocks_of("aa bb\n", 64) == strings{"aa bb\n"});
  CHECK(blocks_of("  a", 2) == strings{"  ", "a"});
}

TEST_CASE("an empty input has no blocks", "[blocks]") {
  CHECK(blocks_of("", 4).empty());
}

TEST_CASE("a word longer than a block makes a larger block", "[blocks]") {
  std::string word(1000, 'x');
  CHECK(blocks_of(word, 4) == strings{word});
  CHECK(blocks_of("a " + word + " b", 4) == strings{"a ", word + " b"});
}

TEST_CASE("the first blocks are small, and many threads keep them so",
          "[blocks]") {
  std::string text;
  while (text.size() < 5'000'000)
    text += "word ";
  auto sizes_for = [&](size_t threads) {
    std::vector<size_t> sizes;
    for (auto& block : blocks_of(text, usual_block_size(threads)))
      sizes.push_back((block.size() + 4) >> 10);
    return sizes;
  };
  auto sizes = sizes_for(1);
  sizes.resize(8);
  CHECK(sizes == std::vector<size_t>{16, 32, 64, 128, 256, 512, 1024, 1024});
  sizes = sizes_for(512);
  sizes.resize(6);
  CHECK(sizes == std::vector<size_t>{16, 32, 64, 128, 256, 256});
}

TEST_CASE("blocks tell their inputs apart if they are to", "[blocks]") {
  temporary_file first{"aa bb cc"};
  temporary_file empty;
  std::vector inputs{first.path(), empty.path(), first.path()};
  for (auto told_apart : {false, true}) {
    block_source source{inputs, 4, reading{}, complain, {}, told_apart};
    std::vector<uint64_t> numbers;
    text_block block;
    while (source.next(block))
      numbers.push_back(block.input);
    CHECK(numbers
          == (told_apart ? std::vector<uint64_t>{1, 1, 1, 3, 3, 3}
                         : std::vector<uint64_t>(6)));
  }
}

TEST_CASE("a large buffer is given up once its word has been counted",
          "[blocks]") {
  temporary_file file{std::string(1000, 'x') + std::string(5000, ' ')};
  block_source source{{file.path()}, 4};
  text_block block;
  REQUIRE(source.next(block));
  CHECK(block.buffer.capacity() >= 1000);
  while (source.next(block))
    CHECK(block.size > 0);
  CHECK(block.buffer.capacity() < 200);
}

TEST_CASE("a block never cuts a white space character in two", "[blocks]") {
  std::string space = "\xE2\x80\x83";
  for (size_t size = 1; size < 20; ++size) {
    std::string joined;
    for (auto& block : blocks_of("aaa" + space + "bbb" + space + "c", size)) {
      CHECK((joined += block).compare(joined.size() - 1, 1, "\xE2") != 0);
      CHECK(joined.compare(joined.size() - 1, 1, "\x80") != 0);
    }
    CHECK(joined == "aaa" + space + "bbb" + space + "c");
  }
}

TEST_CASE("the end of a file ends its last word", "[blocks]") {
  temporary_file first{"foo"};
  temporary_file second{"bar"};
  block_source source{{first.path(), second.path()}, 64};
  CHECK(blocks_of(source) == strings{"foo", "bar"});
  CHECK(source.totals()
        == input_totals{.bytes = 6, .inputs = 2, .text_bytes = 6});
}

TEST_CASE("an input that cannot be read is passed over", "[blocks]") {
  temporary_file file{"foo"};
  block_source source{{"/nonexistent/file", "/tmp", file.path()}, 64};
  CHECK(blocks_of(source) == strings{"foo"});
  CHECK(
      source.totals()
      == input_totals{.bytes = 3, .inputs = 3, .failures = 2, .text_bytes = 3});
}

TEST_CASE("blocks are cut from what compressed and marked inputs become",
          "[blocks]") {
  auto packed = tally::test::compressed("gzip -c", "aa bb cc");
  temporary_file compressed{packed};
  temporary_file marked{"\xEF\xBB\xBF"
                        "dd"};
  temporary_file wide{std::string{"\xFF\xFE"
                                  "e\0e\0",
                                  6}};
  block_source source{{compressed.path(), marked.path(), wide.path()}, 4};
  CHECK(blocks_of(source) == strings{"aa ", "bb ", "cc", "dd", "ee"});
  CHECK(source.totals()
        == input_totals{.bytes = packed.size() + 5 + 6,
                        .inputs = 3,
                        .text_bytes = 12,
                        .compressed = 1,
                        .utf8_marks = 1,
                        .utf16 = 1});
}

TEST_CASE("what a damaged input became is kept", "[blocks]") {
  auto packed = tally::test::compressed("gzip -c", "aa bb cc");
  temporary_file damaged{packed.substr(0, packed.size() - 1)};
  temporary_file after{"dd"};
  block_source source{{damaged.path(), after.path()}, 64};
  CHECK(blocks_of(source) == strings{"aa bb cc", "dd"});
  CHECK(source.totals().failures == 1);
}
