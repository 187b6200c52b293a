#include "app/input/open_input.hpp"

#include "app/input/peekable.hpp"
#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/fake_source.hpp"
#include "tests/random_text.hpp"
#include "tests/temporary_file.hpp"
#include "tests/utf16.hpp"

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

struct input {
  std::string text;
  std::string failure;
  input_totals counted;
};

input read_file(const std::string& path, size_t piece = 4096) {
  input result;
  reading how;
  auto source = open_input(path, result.counted, how);
  result.text = read_all(*source, piece);
  result.failure = source->failure();
  return result;
}

input read_bytes(const std::string& bytes, size_t piece = 4096) {
  temporary_file file{bytes};
  auto result = read_file(file.path(), piece);
  CHECK(result.counted.bytes == bytes.size());
  CHECK(result.counted.inputs == 1);
  return result;
}

} // namespace

TEST_CASE("plain bytes are read as they are", "[input]") {
  for (auto& bytes :
       {""s, "a"s, "ab"s, "abc"s, "\0"s, "\xEF"s, "\xEF\xBB"s, "\xFF"s, "\xFE"s,
        "\x1F\x8B"s, "BZh91AY&S"s, "a\xEF\xBB\xBF"s, prose(1, 100'000)})
    for (size_t piece : {1, 3, 4096}) {
      CAPTURE(piece);
      auto result = read_bytes(bytes, piece);
      CHECK(result.text == bytes);
      CHECK(result.failure == "");
      CHECK(result.counted == input_totals{.bytes = bytes.size(), .inputs = 1});
    }
}

TEST_CASE("a byte order mark in UTF-8 is left out", "[input]") {
  for (auto text : {""s, "a"s, "\xEF\xBB\xBF"s, prose(2, 10'000)}) {
    auto result = read_bytes("\xEF\xBB\xBF" + text);
    CHECK(result.text == text);
    CHECK(result.failure == "");
    CHECK(result.counted.utf8_marks == 1);
  }
}

TEST_CASE("a byte order mark tells the order of UTF-16", "[input]") {
  for (auto order : {std::endian::little, std::endian::big}) {
    auto result = read_bytes(utf16(u"\uFEFFfoo \U0001F600", order));
    CHECK(result.text == "foo \U0001F600");
    CHECK(result.failure == "");
    CHECK(result.counted.utf16 == 1);
    CHECK(result.counted.utf8_marks == 0);
    CHECK(read_bytes(utf16(u"\uFEFF", order)).text == "");
  }
}

TEST_CASE("compressed text is decoded as text that is not", "[input]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto plain = read_bytes(compressed(compressor, "foo"));
    CHECK(plain.text == "foo");
    CHECK(plain.counted.compressed == 1);
    auto marked = read_bytes(compressed(compressor, "\xEF\xBB\xBF"
                                                    "foo"));
    CHECK(marked.text == "foo");
    CHECK(marked.counted.compressed == 1);
    CHECK(marked.counted.utf8_marks == 1);
    auto wide = utf16(u"\uFEFFfoo", std::endian::little);
    auto converted = read_bytes(compressed(compressor, wide));
    CHECK(converted.text == "foo");
    CHECK(converted.counted.compressed == 1);
    CHECK(converted.counted.utf16 == 1);
  }
}

TEST_CASE("what was compressed twice is decompressed once", "[input]") {
  auto once = compressed("xz -c", "foo");
  auto twice = read_bytes(compressed("gzip -c", once));
  CHECK(twice.text == once);
  CHECK(twice.counted.compressed == 1);
}

TEST_CASE("compressed data is not looked for behind a byte order mark",
          "[input]") {
  auto bytes = compressed("gzip -c", "foo");
  CHECK(read_bytes("\xEF\xBB\xBF" + bytes).text == bytes);
}

TEST_CASE("a damaged file tells so after what could be read", "[input]") {
  auto text = "\xEF\xBB\xBF" + prose(3, 10'000);
  auto bytes = compressed("gzip -c", text);
  auto result = read_bytes(bytes.substr(0, bytes.size() - 9));
  CHECK(result.text.size() > 5'000);
  CHECK(text.substr(3).starts_with(result.text));
  CHECK(result.failure.find("cut off") != std::string::npos);
}

TEST_CASE("a file that cannot be opened or read is a failure", "[input]") {
  for (auto path : {"/nonexistent/file", "/tmp", "/proc/self/mem"}) {
    CAPTURE(path);
    auto result = read_file(path);
    CHECK(result.text == "");
    CHECK(result.failure.ends_with("."));
    CHECK(result.counted == input_totals{.inputs = 1});
  }
}

TEST_CASE("bytes that were looked at are read all the same", "[input]") {
  auto text = prose(4, 9'000);
  for (size_t in : {1, 5, 9000})
    for (size_t out : {1, 5, 9000}) {
      peekable source{std::make_unique<fake_source>(text, in)};
      auto start = source.peek();
      CHECK(start.size() >= peekable::view);
      CHECK(text.starts_with(start));
      CHECK(source.peek() == start);
      source.skip(3);
      CHECK(read_all(source, out) == text.substr(3));
    }
}

TEST_CASE("bytes before a failure are looked at and read", "[input]") {
  peekable source{std::make_unique<fake_source>("foo", 1, "is on fire.")};
  CHECK(source.peek() == "foo");
  CHECK(read_all(source, 2) == "foo");
  CHECK(source.failure() == "is on fire.");
}
