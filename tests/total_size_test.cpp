#include "app/input/total_size.hpp"

#include "tests/catch.hpp"
#include "tests/pipes.hpp"
#include "tests/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

using namespace tally;
using namespace tally::test;

namespace {

/// Has another file as standard input as long as it lives.
class standard_input {
public:
  explicit standard_input(int fd) {
    before_.reset(dup(STDIN_FILENO));
    dup2(fd, STDIN_FILENO);
  }

  standard_input(const standard_input&) = delete;

  ~standard_input() {
    dup2(before_.get(), STDIN_FILENO);
  }

private:
  descriptor before_;
};

} // namespace

TEST_CASE("the size of regular files is known in advance", "[input]") {
  temporary_file first{"foo"};
  temporary_file second{"foo bar"};
  temporary_file empty;
  CHECK(total_size({}) == 0u);
  CHECK(total_size({empty.path()}) == 0u);
  CHECK(total_size({first.path(), second.path(), first.path()}) == 13u);
}

TEST_CASE("the size of anything else is not", "[input]") {
  temporary_file file{"foo"};
  for (auto other : {"/tmp", "/dev/null", "/nonexistent/file"}) {
    CAPTURE(other);
    CHECK_FALSE(total_size({other}));
    CHECK_FALSE(total_size({file.path(), other}));
  }
}

TEST_CASE("the size of standard input is what is left of a file", "[input]") {
  temporary_file file{"foo bar"};
  descriptor opened;
  opened.reset(open(file.path().c_str(), O_RDONLY | O_CLOEXEC));
  standard_input replaced{opened.get()};
  CHECK(total_size({"-", file.path()}) == 14u);
  lseek(STDIN_FILENO, 4, SEEK_SET);
  CHECK(total_size({"-"}) == 3u);
  lseek(STDIN_FILENO, 400, SEEK_SET);
  CHECK(total_size({"-"}) == 0u);
}

TEST_CASE("the size of a pipe on standard input is not known", "[input]") {
  pipe_ends pipe;
  standard_input replaced{pipe.read.get()};
  CHECK_FALSE(total_size({"-"}));
}
