#include "app/input/file_part.hpp"

#include "app/input/block_source.hpp"
#include "tests/catch.hpp"
#include "tests/compressed.hpp"
#include "tests/pipes.hpp"
#include "tests/random_text.hpp"
#include "tests/temporary_file.hpp"
#include "tests/word_oracle.hpp"

#include <fcntl.h>
#include <unistd.h>

using namespace tally;
using namespace tally::test;
using namespace std::string_literals;

namespace {

std::shared_ptr<file_descriptor> opened(const temporary_file& file,
                                        int flags = O_RDONLY) {
  return std::make_shared<file_descriptor>(open(file.path().c_str(), flags));
}

std::string text_of(text_source& from) {
  std::string text;
  text_block block;
  while (from.next(block)) {
    CHECK(block.buffer.size() >= block.size + text_block::padding);
    text += block.text();
  }
  return text;
}

block_source source_of(const std::string& path, counting_rules rules = {}) {
  return block_source{{path},           64 * 1024, reading{}, complain,
                      std::move(rules), true,      2};
}

// All that `source` has, in parts where there are any.
std::string all_of(block_source& source, size_t& parts) {
  std::string text;
  for (text_block block;;) {
    if (auto part = source.next_part()) {
      ++parts;
      text += text_of(*part);
      source.settle(*part);
    } else if (source.next(block)) {
      text += block.text();
    } else {
      return text;
    }
  }
}

constexpr size_t large = 4'000'000;

} // namespace

TEST_CASE("parts of a file follow each other and end behind white space",
          "[parts]") {
  auto text = prose(1, large);
  temporary_file file{text};
  auto handle = opened(file);
  uint64_t end = 0;
  uint64_t size = large;
  while (auto where = take_part(handle, 0, 2, {})) {
    CHECK(where->first == end);
    end = where->last;
    CHECK(end - where->first >= 120'000);
    CHECK(end - where->first <= size);
    size = end - where->first + 4096;
    CHECK(leading_space(text.substr(end - 1)) == 1);
    CHECK(lseek(handle->get(), 0, SEEK_CUR) == static_cast<off_t>(end));
    file_part part{*where, {}, 7, true};
    CHECK(text_of(part) == text.substr(where->first, end - where->first));
    CHECK(part.bytes_read() == end - where->first);
    CHECK(part.failure().empty());
  }
  CHECK(end > large / 4);
  CHECK(end < large);
}

TEST_CASE("a part starts with what was held back of the file", "[parts]") {
  temporary_file file{prose(1, large)};
  auto handle = opened(file);
  lseek(handle->get(), 1000, SEEK_SET);
  auto where = take_part(handle, 10, 2, {});
  REQUIRE(where);
  CHECK(where->first == 990);
}

TEST_CASE("parts are cut by the rules", "[parts]") {
  auto text = prose(1, large);
  temporary_file file{text};
  counting_rules lines;
  lines.words = word_rule::line;
  auto handle = opened(file);
  size_t parts = 0;
  for (; auto where = take_part(handle, 0, 2, lines); ++parts)
    CHECK(text[where->last - 1] == '\n');
  CHECK(parts > 2);
}

TEST_CASE("no part is taken where there is no use or no place to cut",
          "[parts]") {
  temporary_file small{prose(1, 100'000)};
  CHECK_FALSE(take_part(opened(small), 0, 2, {}));
  temporary_file one_word{std::string(large, 'x')};
  CHECK_FALSE(take_part(opened(one_word), 0, 2, {}));
  temporary_file many{prose(1, large)};
  CHECK_FALSE(take_part(opened(many), 0, 100, {}));
  CHECK_FALSE(take_part(opened(many), 1, 2, {}));
  CHECK_FALSE(take_part(std::make_shared<file_descriptor>(-1), 0, 2, {}));
  CHECK_FALSE(
      take_part(std::make_shared<file_descriptor>(open("/dev/zero", O_RDONLY)),
                0, 2, {}));
}

TEST_CASE("a part of a file that became shorter ends where the file does",
          "[parts]") {
  temporary_file file{prose(1, large)};
  auto where = take_part(opened(file), 0, 2, {});
  REQUIRE(where);
  REQUIRE(truncate(file.path().c_str(), 1000) == 0);
  file_part part{*where, {}, 1, false};
  CHECK(text_of(part) == file.content());
  CHECK(part.bytes_read() == 1000);
  CHECK(part.failure().empty());
}

TEST_CASE("parts and blocks together are all of the input", "[parts]") {
  for (auto& text : {prose(2, large), uneven_words(3, large),
                     prose(4, large) + std::string(large, 'x'),
                     std::string(large, 'x') + prose(5, large)})
    for (auto& mark : {""s, "\xEF\xBB\xBF"s}) {
      temporary_file file{mark + text};
      auto source = source_of(file.path());
      size_t parts = 0;
      CHECK(all_of(source, parts) == text);
      CHECK(parts > 2);
      CHECK(source.totals()
            == input_totals{.bytes = mark.size() + text.size(),
                            .inputs = 1,
                            .text_bytes = text.size(),
                            .utf8_marks = mark.empty() ? 0U : 1U});
    }
}

TEST_CASE("parts and their blocks are told apart as blocks are", "[parts]") {
  temporary_file file{prose(1, large)};
  auto source = source_of(file.path());
  text_block block;
  REQUIRE(source.next(block));
  auto part = source.next_part();
  REQUIRE(part);
  REQUIRE(part->next(block));
  CHECK(block.input == 1);
}

TEST_CASE("there are no parts of what has to be read in one go", "[parts]") {
  auto text = prose(1, large);
  temporary_file compressed_file{compressed("gzip -c", text)};
  temporary_file plain_file{text};
  size_t parts = 0;
  auto compressed = source_of(compressed_file.path());
  CHECK(all_of(compressed, parts) == text);
  counting_rules pairs;
  pairs.ngram = 2;
  auto joined = source_of(plain_file.path(), pairs);
  CHECK(all_of(joined, parts) == text);
  block_source alone{{plain_file.path()}};
  CHECK(all_of(alone, parts) == text);
  CHECK(parts == 0);
}

TEST_CASE("no more parts are taken once the reading has to stop", "[parts]") {
  pipe_ends stop;
  temporary_file file{prose(1, large)};
  block_source source{
      {file.path()}, 64 * 1024, reading{stop.read.get()}, complain, {},
      false,         2};
  text_block block;
  REQUIRE(source.next(block));
  auto part = source.next_part();
  REQUIRE(part);
  REQUIRE(write(stop.write.get(), "x", 1) == 1);
  CHECK(source.next_part() == nullptr);
  CHECK_FALSE(source.next(block));
  auto size = text_of(*part).size();
  source.settle(*part);
  CHECK(source.totals().interrupted);
  CHECK(source.totals().text_bytes > size);
  CHECK(source.totals().bytes == source.totals().text_bytes);
}

TEST_CASE("parts that cannot be read are complained about once", "[parts]") {
  temporary_file first{"foo bar"};
  temporary_file second{"foo"};
  std::vector<std::string> complaints;
  block_source source{{first.path(), second.path()},
                      6,
                      reading{},
                      [&](std::string_view x) { complaints.emplace_back(x); },
                      {},
                      false,
                      2};
  text_block block;
  REQUIRE(source.next(block));
  file_extent where{opened(first, O_WRONLY), 0, 10};
  for (auto i = 0; i < 2; ++i) {
    file_part part{where, {}, 1, false};
    CHECK_FALSE(part.next(block));
    source.settle(part);
  }
  REQUIRE(source.next(block));
  CHECK(block.text() == "bar");
  REQUIRE(source.next(block));
  CHECK(block.text() == "foo");
  CHECK_FALSE(source.next(block));
  CHECK(complaints
        == std::vector{"'" + first.path()
                       + "' cannot be read: Bad file descriptor. What could be "
                         "read was counted."});
  CHECK(source.totals().failures == 1);
}
