#include "app/terminal/history_file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <sys/stat.h>

using namespace tally;
using tally::test::temporary_folder;

namespace {

using lines = std::vector<std::string>;

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

} // namespace

TEST_CASE("the history is where the user or the XDG rules say", "[prompt]") {
  CHECK(history_path("/own", "/state", "/home/me") == "/own");
  CHECK(history_path("relative", nullptr, nullptr) == "relative");
  CHECK(history_path(nullptr, "/state", "/home/me") == "/state/tally/history");
  for (auto unusable : {"", "relative"})
    CHECK(history_path(nullptr, unusable, "/home/me")
          == "/home/me/.local/state/tally/history");
  CHECK(history_path(nullptr, nullptr, "/home/me")
        == "/home/me/.local/state/tally/history");
}

TEST_CASE("there is no history where there is no place or no wish for it",
          "[prompt]") {
  CHECK(history_path("", "/state", "/home/me").empty());
  CHECK(history_path(nullptr, nullptr, nullptr).empty());
  CHECK(history_path(nullptr, "", "").empty());
  history_file none{""};
  none.append("foo");
  CHECK(none.lines().empty());
}

TEST_CASE("lines are kept in a private file in a private folder", "[prompt]") {
  temporary_folder folder;
  auto path = (folder.path() / "state" / "tally" / "history").string();
  {
    history_file file{path};
    file.append("foo");
    file.append("\xff bar");
  }
  CHECK(history_file{path}.lines() == lines{"foo", "\xff bar"});
  CHECK(mode_of(path) == 0600);
  CHECK(mode_of((folder.path() / "state" / "tally").string()) == 0700);
}

TEST_CASE("a history that others could read becomes private", "[prompt]") {
  temporary_folder folder;
  folder.write("history", "foo\n");
  auto path = (folder.path() / "history").string();
  std::filesystem::permissions(path, std::filesystem::perms{0644});
  CHECK(history_file{path}.lines() == lines{"foo"});
  CHECK(mode_of(path) == 0600);
}

TEST_CASE("only the last lines are kept", "[prompt]") {
  temporary_folder folder;
  auto path = (folder.path() / "history").string();
  history_file file{path};
  for (size_t i = 0; i < 3 * history_file::most_lines; ++i)
    file.append(std::to_string(i));
  auto kept = file.lines();
  CHECK(kept.size() == history_file::most_lines);
  CHECK(kept.front() == std::to_string(2 * history_file::most_lines));
  file.append("last");
  CHECK(file.lines().back() == "last");
  CHECK(std::filesystem::file_size(path) < 6 * history_file::most_lines);
}

TEST_CASE("a device or a folder keeps no lines", "[prompt]") {
  temporary_folder folder;
  for (auto path : {std::string{"/dev/null"}, folder.path().string()}) {
    auto before = mode_of(path);
    history_file file{path};
    file.append("foo");
    CHECK(file.lines().empty());
    CHECK(mode_of(path) == before);
  }
}
