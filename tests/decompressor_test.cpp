#include "app/input/decompressor.hpp"

#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/fake_source.hpp"
#include "tests/random_text.hpp"

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

decompressor decompress(const std::string& bytes, size_t piece = -1,
                        const std::string& failure = {}) {
  auto format = compression_of(bytes);
  REQUIRE(format);
  return {std::make_unique<fake_source>(bytes, piece, failure), *format};
}

// A text that has been read to its end without any failure.
std::string decompressed(const std::string& bytes) {
  auto source = decompress(bytes);
  auto text = read_all(source);
  CHECK(source.failure() == "");
  return text;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("magic bytes tell the format", "[input]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    for (auto text : {""s, "foo"s, any_bytes(1, 100'000)}) {
      auto format = compression_of(compressed(compressor, text));
      REQUIRE(format);
      CHECK(compressor.starts_with(format->name));
    }
  }
}

TEST_CASE("text is not taken for compressed data", "[input]") {
  for (auto text : {"", "a", "BZ", "BZh", "BZh9", "BZh9 is a word",
                    "BZh01AY&SY", "BZha1AY&SY", "\x1F\x8B", "\x1F\x8B\x07",
                    "\xFD"
                    "7zXZ",
                    "\x28\xB5\x2F", "P*M", "P*M.", "`*M\x18"}) {
    CAPTURE(text);
    CHECK_FALSE(compression_of(text));
  }
}

TEST_CASE("compressed data becomes what it was made from", "[input]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    for (auto& text : {""s, "a"s, prose(1, 500'000), any_bytes(2, 200'000),
                       std::string(3'000'000, ' ')})
      CHECK(decompressed(compressed(compressor, text)) == text);
  }
}

TEST_CASE("compressed data may come and go in pieces of any size", "[input]") {
  auto text = prose(3, 20'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    for (size_t in : {1, 2, 7, 1000})
      for (size_t out : {1, 3, 1000}) {
        auto source = decompress(bytes, in);
        CHECK(read_all(source, out) == text);
        CHECK(source.failure() == "");
      }
  }
}

TEST_CASE("several members in a row are read as one text", "[input]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto text = prose(4, 200'000);
    auto full = compressed(compressor, text);
    auto empty = compressed(compressor, "");
    CHECK(decompressed(full + full + full) == text + text + text);
    CHECK(decompressed(empty + full + empty) == text);
    CHECK(decompressed(empty + empty) == "");
  }
}

TEST_CASE("zeros between and after members are passed over", "[input]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, "foo ");
    std::string zeros(100'000, '\0');
    CHECK(decompressed(bytes + zeros) == "foo ");
    CHECK(decompressed(bytes + zeros + bytes + "\0\0\0\0"s) == "foo foo ");
  }
}

TEST_CASE("frames made by several threads are read as one text", "[input]") {
  auto text = prose(5, 1'500'000);
  CHECK(decompressed(compressed("pzstd -c -p 2 -q", text)) == text);
}

TEST_CASE("data that is cut off anywhere gives a part and a failure",
          "[input]") {
  auto text = prose(6, 5'000);
  for (auto& compressor : compressors) {
    auto bytes = compressed(compressor, text);
    for (size_t size = 10; size < bytes.size(); size += 37) {
      CAPTURE(compressor, size);
      auto source = decompress(bytes.substr(0, size));
      auto part = read_all(source);
      CHECK(text.starts_with(part));
      CHECK(contains(source.failure(), "cut off"));
      auto slow = decompress(bytes.substr(0, size));
      CHECK(read_all(slow, 1) == part);
    }
    auto source = decompress(bytes + bytes.substr(0, bytes.size() - 1));
    CHECK(read_all(source).starts_with(text));
    CHECK(contains(source.failure(), "cut off"));
  }
}

TEST_CASE("what precedes a cut is read as far as it is known", "[input]") {
  auto text = prose(7, 600'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    auto source = decompress(bytes.substr(0, bytes.size() - 20));
    CHECK(read_all(source).size() > 300'000);
  }
}

TEST_CASE("a wrong byte is noticed", "[input]") {
  auto text = prose(8, 5'000);
  for (auto& compressor : compressors) {
    auto bytes = compressed(compressor, text);
    for (auto position = bytes.size() / 3; position < bytes.size();
         position += 61) {
      CAPTURE(compressor, position);
      auto wrong = bytes;
      wrong[position] = static_cast<char>(wrong[position] ^ 0x10);
      auto source = decompress(wrong);
      read_all(source);
      CHECK(source.failure() != "");
    }
  }
}

TEST_CASE("members before a damaged one are read", "[input]") {
  auto text = prose(9, 300'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    auto source = decompress(bytes + "no member, but a long enough rubbish");
    CHECK(read_all(source) == text);
    CHECK(contains(source.failure(), "damaged"));
    CHECK(contains(source.failure(), compressor.substr(0, 2)));
  }
}

TEST_CASE("data that needs a lot of memory is refused", "[input]") {
  for (auto compressor :
       {"xz -c -T1 --lzma2=preset=0,dict=512MiB", "zstd -c -1 --long=28"}) {
    CAPTURE(compressor);
    auto source = decompress(compressed(compressor, "foo"));
    CHECK(read_all(source) == "");
    CHECK(contains(source.failure(), "memory"));
  }
  CHECK(decompressed(compressed("xz -c -9", "foo")) == "foo");
  CHECK(decompressed(compressed("zstd -c --ultra -22", "foo")) == "foo");
}

TEST_CASE("a failure to read compressed data comes before its own", "[input]") {
  auto bytes = compressed("gzip -c", prose(11, 10'000));
  auto source = decompress(bytes.substr(0, 1000), 100, "is on fire.");
  CHECK(read_all(source).size() > 500);
  CHECK(source.failure() == "is on fire.");
}
