#include "actors/table/word_table.hpp"
#include "app/report/file_columns.hpp"
#include "tests/catch.hpp"

using namespace tally;

namespace {

using strings = std::vector<std::string>;

counted_file file(std::string name, word_counts counts) {
  auto table = std::make_shared<word_table>();
  for (auto& [word, count] : counts)
    table->add(word, count);
  return {std::move(name), table};
}

strings headings_of(const strings& names) {
  counted_files files;
  for (auto& name : names)
    files.push_back({name, nullptr});
  return headings(files);
}

// Returns the table of files that hold "x" 1, 2, ... times and "y" once, on a
// screen with so many columns, up to the end of the first two lines.
std::string table(size_t files, size_t columns, report_options opts = {}) {
  opts.layout = format::table;
  report_facts facts;
  std::vector<ranked_word> words{{"x", 0}, {"y", files}};
  for (size_t i = 1; i <= files; ++i) {
    opts.files.push_back(
        file("file" + std::to_string(i), {{"x", i}, {"y", 1}}));
    words[0].count += i;
  }
  facts.all = {words[0].count + files, 2, 2, words[0].count};
  facts.shown = {facts.all.tokens, 2};
  facts.other_by_file.resize(files);
  auto laid_out = make_layout(opts, facts, {columns > 0, columns, false});
  auto text = laid_out->head();
  laid_out->append_rows(text, {words});
  return text += laid_out->foot();
}

} // namespace

TEST_CASE("columns are headed by names, or by what long ones end with",
          "[by_file]") {
  CHECK(headings_of({"a", "-", "chapters/one.txt"})
        == strings{"a", "-", "chapters/one.txt"});
  CHECK(headings_of({"the/chapters/one.txt", "中文中文中文中文中"})
        == strings{"…hapters/one.txt", "…中文中文中文中"});
  CHECK(headings_of({"a\x1b[2J", "\xff"}) == strings{"a^[[2J", "\\xff"});
}

TEST_CASE("no two columns have the same heading", "[by_file]") {
  CHECK(headings_of({"one/of/the/chapters.txt", "two/of/the/chapters.txt"})
        == strings{"one/of/the/chapters.txt", "two/of/the/chapters.txt"});
  CHECK(headings_of({"a\xff", "a\\xff"}).size() == 2);
}

TEST_CASE("a table has a column for each file", "[by_file]") {
  CHECK(table(2, 0)
        == "rank  count  percent  file1  file2  word\n"
           "   1      3   60.00%      1      2  x\n"
           "   2      2   40.00%      1      1  y\n");
  CHECK(table(2, 60)
        == "rank  count  percent  file1  file2  word\n"
           "   1      3   60.00%      1      2  x             ██████████\n"
           "   2      2   40.00%      1      1  y             ██████▋\n");
}

TEST_CASE("files get the room of percent and rank, then share the rest",
          "[by_file]") {
  CHECK(table(3, 44)
        == "rank  count  file1  file2  file3  word\n"
           "   1      6      1      2      3  x\n"
           "   2      3      1      1      1  y\n");
  CHECK(table(3, 38)
        == "count  file1  file2  file3  word\n"
           "    6      1      2      3  x\n"
           "    3      1      1      1  y\n");
  CHECK(table(3, 34)
        == "count  file1  2 more  word\n"
           "    6      1       5  x\n"
           "    3      1       2  y\n");
  CHECK(table(2000, 20) == "  count  word\n2001000  x\n   2000  y\n");
}
