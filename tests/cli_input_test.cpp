#include "tests/catch.hpp"
#include "tests/command.hpp"
#include "tests/compressed.hpp"
#include "tests/oracle.hpp"
#include "tests/random_text.hpp"
#include "tests/utf16.hpp"

#include <algorithm>

namespace tally::test {

namespace {

using namespace std::string_literals;

const auto mark = "\xEF\xBB\xBF"s;

void check_counts(const outcome& run, std::string_view text) {
  CHECK(difference(run.out, expected_counts(text)) == "");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

/// Are `bytes`, in a file, a file redirected and a pipe, counted as `text`?
void check_everywhere(const std::string& bytes, std::string_view text) {
  check_counts(tally({"a"}).with_file("a", bytes).run(), text);
  check_counts(shell("\"$TALLY\" < a").with_file("a", bytes).run(), text);
  check_counts(tally({}).with_input(bytes).run(), text);
}

/// Is the one complaint of a run that failed about the input `name`?
void check_complaint(const outcome& run, const std::string& name) {
  INFO(run.err);
  CHECK(run.err.starts_with("tally: " + name + " "));
  CHECK(run.err.ends_with(".\n"));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  CHECK(run.status == 1);
}

} // namespace

TEST_CASE("compressed text is counted as the text itself", "[cli]") {
  auto text = prose(20, 1'000'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    check_everywhere(compressed(compressor, text), text);
    check_everywhere(compressed(compressor, ""), "");
    check_everywhere(compressed(compressor, "foo"), "foo");
  }
}

TEST_CASE("standard input is counted from where it is", "[cli]") {
  auto text = prose(23, 4'000'000);
  check_counts(shell("{ dd bs=1234567 count=1 of=/dev/null status=none;"
                     "  \"$TALLY\" -j 2; } < a")
                   .with_file("a", text)
                   .run(),
               std::string_view{text}.substr(1234567));
}

TEST_CASE("any bytes and words of any length are counted when compressed",
          "[cli]") {
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    for (auto& text : {any_bytes(21, 600'000), uneven_words(22, 600'000)})
      check_counts(tally({}).with_input(compressed(compressor, text)).run(),
                   text);
  }
}

TEST_CASE("the members of a compressed file are counted as one text", "[cli]") {
  auto text = prose(23, 300'000) + "half";
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto member = compressed(compressor, text);
    check_everywhere(member + member + member, text + text + text);
  }
}

TEST_CASE("compressed and plain files of any name are counted together",
          "[cli]") {
  auto run = tally({"a.txt", "b.gz", "c", "d", "-"})
                 .with_file("a.txt", compressed("gzip -c", "the"))
                 .with_file("b.gz", "the foo")
                 .with_file("c", compressed("zstd -c", "the foo"))
                 .with_file("d", compressed("bzip2 -c", "the bar"))
                 .with_input(compressed("xz -c", "the bar"))
                 .run();
  CHECK(run.out == "5\tthe\n2\tbar\n2\tfoo\n");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("input that arrives byte by byte is recognised", "[cli]") {
  auto text = "the foo \u3042 the"s;
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    check_counts(tally({}).with_input(bytes).byte_by_byte().run(), text);
  }
  check_counts(tally({}).with_input(mark + text).byte_by_byte().run(), text);
  for (auto order : {std::endian::little, std::endian::big}) {
    auto bytes = utf16(u"\uFEFFthe foo \u3042 the", order);
    check_counts(tally({}).with_input(bytes).byte_by_byte().run(), text);
  }
}

TEST_CASE("compressed input that is cut off is counted up to there", "[cli]") {
  auto text = prose(24, 1'000'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    bytes.resize(bytes.size() - 20);
    auto run
        = tally({"a", "b"}).with_file("a", bytes).with_file("b", "the").run();
    check_complaint(run, "'a'");
    CHECK(run.out.size() > expected_counts(text).size() / 2);
    auto piped = tally({}).with_input(bytes).run();
    check_complaint(piped, "standard input");
    CHECK(piped.out.size() > expected_counts(text).size() / 2);
  }
}

TEST_CASE("exactly what precedes the end of a file cut off is counted",
          "[cli]") {
  auto text = prose(25, 1'000'000);
  auto bytes = compressed("gzip -c", text).substr(0, 200'000);
  auto known = shell("gzip -dc 2>/dev/null").with_input(bytes).run().out;
  REQUIRE(known.size() > 100'000);
  auto run = tally({"a"}).with_file("a", bytes).run();
  CHECK(difference(run.out, expected_counts(known)) == "");
  check_complaint(run, "'a'");
}

TEST_CASE("a member before a damaged one is counted", "[cli]") {
  auto text = prose(26, 300'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto member = compressed(compressor, text);
    auto damaged = member;
    std::fill_n(damaged.begin() + 12, 40, '?');
    auto run = tally({"a"}).with_file("a", member + damaged).run();
    check_complaint(run, "'a'");
    CHECK(difference(run.out, expected_counts(text)) == "");
  }
}

TEST_CASE("damage in the middle is noticed", "[cli]") {
  auto text = prose(27, 1'000'000);
  for (auto& compressor : compressors) {
    CAPTURE(compressor);
    auto bytes = compressed(compressor, text);
    std::fill_n(bytes.begin() + static_cast<ptrdiff_t>(bytes.size() * 4 / 5),
                20, '?');
    auto run
        = tally({"a", "b"}).with_file("a", bytes).with_file("b", "after").run();
    check_complaint(run, "'a'");
    CHECK(run.out.size() > expected_counts(text).size() / 4);
    CHECK(run.out.find("1\tafter\n") != std::string::npos);
  }
}

TEST_CASE("magic bytes with garbage behind them are reported", "[cli]") {
  for (auto& bytes :
       {"\x1F\x8B\x08 is no gzip file"s, "BZh91AY&SY is no bzip2 file"s,
        "\xFD"
        "7zXZ\0 is no xz file"s,
        "\x28\xB5\x2F\xFD\xFF is no zstd file"s}) {
    CAPTURE(bytes);
    auto run = tally({"a"}).with_file("a", bytes).run();
    check_complaint(run, "'a'");
    CHECK(run.out == "");
  }
}

TEST_CASE("input shorter than magic bytes is counted as it is", "[cli]") {
  for (auto& bytes :
       {"a"s, "\x1F"s, "\x1F\x8B"s, "BZh"s, "\xFD"s, "\x28\xB5\x2F"s, "\xEF"s,
        "\xEF\xBB"s, "\xFF"s, "\xFE"s}) {
    CAPTURE(bytes);
    check_everywhere(bytes, bytes);
  }
}

TEST_CASE("a byte order mark is not part of the first word", "[cli]") {
  auto text = prose(28, 300'000);
  check_everywhere(mark + text, text);
  check_everywhere(mark, "");
  check_everywhere(mark + mark + "foo", mark + "foo");
  check_everywhere("foo " + mark + "foo", "foo " + mark + "foo");
}

TEST_CASE("every file may start with a byte order mark", "[cli]") {
  auto run = tally({"a", "b"})
                 .with_file("a", mark + "foo")
                 .with_file("b", mark + "foo")
                 .run();
  CHECK(run.out == "2\tfoo\n");
}

TEST_CASE("UTF-16 is counted as UTF-8", "[cli]") {
  auto text = prose(29, 300'000) + " \u00E9 \u3042\u3000\U0001F600";
  for (auto to : {"UTF-16LE", "UTF-16BE"}) {
    CAPTURE(to);
    auto bytes = compressed("iconv -f UTF-8 -t "s + to, "\uFEFF" + text);
    check_everywhere(bytes, text);
    check_everywhere(compressed("gzip -c", bytes), text);
  }
}

TEST_CASE("UTF-16 that is broken is counted with replacements", "[cli]") {
  for (auto order : {std::endian::little, std::endian::big}) {
    auto bytes = utf16(u"\uFEFF"
                       u"a \xD83D b\xDE00 \U0001F600",
                       order);
    check_everywhere(bytes, "a \uFFFD b\uFFFD \U0001F600");
    check_everywhere(bytes + "?", "a \uFFFD b\uFFFD \U0001F600\uFFFD");
    check_everywhere(utf16(u"\uFEFF", order), "");
    check_everywhere(utf16(u"\uFEFF", order) + "?", "\uFFFD");
  }
}

} // namespace tally::test
