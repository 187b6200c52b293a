#include "app/input/pipe_reader.hpp"

#include "tests/catch.hpp"
#include "tests/pipes.hpp"
#include "tests/random_text.hpp"
#include "tests/temporary_file.hpp"

#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

using namespace tally;
using namespace tally::test;

namespace {

// Reads to the end, some bytes at a time.
std::string read_all(pipe_reader& from, size_t at_a_time) {
  std::string result;
  std::string piece(at_a_time, '\0');
  ssize_t n;
  while ((n = from.read(piece.data(), piece.size())) > 0)
    result.append(piece, 0, static_cast<size_t>(n));
  CHECK(n == 0);
  return result;
}

void write_all(int to, const std::string& text) {
  REQUIRE(write(to, text.data(), text.size())
          == static_cast<ssize_t>(text.size()));
}

} // namespace

TEST_CASE("a pipe is read to its end in pieces of any size", "[input]") {
  auto text = prose(1, 60'000);
  for (size_t at_a_time : {7, 4095, 4096, 4097, 65536, 2'000'000}) {
    pipe_ends pipe;
    pipe_reader from{pipe.read.get()};
    write_all(pipe.write.get(), text);
    pipe.write.reset();
    CAPTURE(at_a_time);
    CHECK((read_all(from, at_a_time) == text));
  }
}

TEST_CASE("what somebody writes to a pipe is there at once", "[input]") {
  pipe_ends pipe;
  pipe_reader from{pipe.read.get()};
  char piece[100];
  for (std::string text : {"a", "some words\n", "\n"}) {
    // What is short is read in another way than what follows a full piece.
    for (auto asked : {sizeof(piece), text.size(), sizeof(piece)}) {
      write_all(pipe.write.get(), text);
      auto n = from.read(piece, asked);
      REQUIRE(n == static_cast<ssize_t>(text.size()));
      CHECK(std::string(piece, text.size()) == text);
    }
  }
}

TEST_CASE("bytes of a pipe that were not asked for stay there", "[input]") {
  pipe_ends pipe;
  pipe_reader from{pipe.read.get()};
  write_all(pipe.write.get(), "one two");
  char piece[4];
  REQUIRE(from.read(piece, 1) == 1);
  REQUIRE(from.read(piece, 2) == 2);
  REQUIRE(read(pipe.read.get(), piece, 4) == 4);
  CHECK(std::string(piece, 4) == " two");
}

TEST_CASE("what is no pipe is read as well", "[input]") {
  auto text = prose(2, 100'000);
  SECTION("a file") {
    temporary_file file{text};
    descriptor opened;
    opened.reset(open(file.path().c_str(), O_RDONLY | O_CLOEXEC));
    pipe_reader from{opened.get()};
    CHECK((read_all(from, 8192) == text));
  }
  SECTION("a socket") {
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    descriptor read_end, write_end;
    read_end.reset(ends[0]);
    write_end.reset(ends[1]);
    write_all(write_end.get(), text);
    write_end.reset();
    pipe_reader from{read_end.get()};
    CHECK((read_all(from, 8192) == text));
  }
}

TEST_CASE("reading what cannot be read fails", "[input]") {
  pipe_ends pipe;
  pipe_reader from{pipe.write.get()};
  char piece[4];
  CHECK(from.read(piece, 4) == -1);
}
