#include "app/output.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_file.hpp"

using namespace tally;
using tally::test::temporary_file;

TEST_CASE("output replaces what its file held", "[output]") {
  temporary_file file{"something old and long"};
  output to{file.path()};
  CHECK(file.content() == "something old and long");
  to.write("new ");
  to.write("text");
  CHECK(to.finish());
  CHECK(file.content() == "new text");
}

TEST_CASE("output without text leaves an empty file", "[output]") {
  temporary_file file{"old"};
  output to{file.path()};
  CHECK(to.finish());
  CHECK(file.content().empty());
}

TEST_CASE("output tells that it could not be written", "[output]") {
  output full{"/dev/full"};
  full.write("text");
  CHECK_FALSE(full.finish());
  output nowhere{"/nonexistent/file"};
  nowhere.write("text");
  CHECK_FALSE(nowhere.finish());
}

TEST_CASE("output that is abandoned keeps what its file held", "[output]") {
  temporary_file file{"old"};
  output to{file.path()};
  to.abandon();
  CHECK(!to.finish());
  CHECK(file.content() == "old");
}
