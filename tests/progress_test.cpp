#include "app/progress.hpp"

#include "app/human_size.hpp"
#include "app/progress_line.hpp"
#include "tests/deterministic.hpp"

using namespace tally;
using tally::test::deterministic;
using namespace std::chrono_literals;

namespace {

constexpr size_t wide = 80;

} // namespace

TEST_CASE("sizes are easy to read", "[progress]") {
  CHECK(human_size(0) == "0 B");
  CHECK(human_size(999) == "999 B");
  CHECK(human_size(1000) == "1.0 kB");
  CHECK(human_size(99'900) == "99.9 kB");
  CHECK(human_size(99'960) == "100 kB");
  CHECK(human_size(999'400) == "999 kB");
  CHECK(human_size(999'600) == "1.0 MB");
  CHECK(human_size(1.8e19) == "18.0 EB");
}

TEST_CASE("progress without a size tells bytes, speed and time", "[progress]") {
  CHECK(progress_line(0, {}, 1, wide) == "0 B  0 B/s  0:01");
  CHECK(progress_line(12'000'000, {}, 3725, wide)
        == "12.0 MB  3.2 kB/s  1:02:05");
}

TEST_CASE("progress with a size tells percent and time left", "[progress]") {
  CHECK(progress_line(25'000'000, 100'000'000, 5, wide)
        == "25%  25.0 MB of 100 MB  0:15 left  5.0 MB/s");
  CHECK(progress_line(0, 100, 5, wide) == "0%  0 B of 100 B  0 B/s");
  CHECK(progress_line(100, 100, 5, wide)
        == "100%  100 B of 100 B  0:00 left  20 B/s");
  CHECK(progress_line(0, 0, 5, wide) == "100%  0 B of 0 B  0 B/s");
  CHECK(progress_line(999, 1000, 1, wide).starts_with("99%"));
}

TEST_CASE("a file that grows does not confuse progress", "[progress]") {
  CHECK(progress_line(300, 100, 1, wide)
        == "100%  300 B of 300 B  0:00 left  300 B/s");
}

TEST_CASE("progress leaves out what does not fit", "[progress]") {
  CHECK(progress_line(25'000'000, 100'000'000, 5, 19) == "25%  0:15 left");
  CHECK(progress_line(25'000'000, 100'000'000, 5, 2) == "");
  for (size_t width = 0; width < wide; ++width)
    CHECK(progress_line(25'000'000, 100'000'000, 5, width).size() <= width);
}

TEST_CASE_METHOD(deterministic,
                 "progress appears after a while and is erased at the end",
                 "[progress][actor]") {
  std::string screen;
  size_t width = 40;
  auto write = [&](std::string_view text) { screen += text; };
  auto to = sys.spawn(progress, progress_screen{write, [&] { return width; }},
                      std::optional<uint64_t>{});
  auto pass = [&](auto time) {
    scheduler.run();
    scheduler.advance_time(time);
    scheduler.run();
  };
  tell(to, progress_atom_v, uint64_t{5000});
  pass(999ms);
  CHECK(screen == "");
  pass(1ms);
  CHECK(screen == "\r5.0 kB  5.0 kB/s  0:01");
  screen.clear();
  // Nothing new to read does not stop the clock.
  pass(200ms);
  CHECK(screen == "\r5.0 kB  4.2 kB/s  0:01");
  screen.clear();
  width = 10;
  pass(200ms);
  CHECK(screen == "\r5.0 kB                ");
  screen.clear();
  auto done = ask(self, to, caf::infinite, finish_atom_v);
  scheduler.run();
  std::move(done).receive([] {}, [](caf::error&) { FAIL("not answered"); });
  CHECK(screen == "\r      \r");
}

TEST_CASE_METHOD(deterministic, "progress that never appeared leaves no trace",
                 "[progress][actor]") {
  std::string screen;
  auto write = [&](std::string_view text) { screen += text; };
  auto to = sys.spawn(progress, progress_screen{write, [] { return wide; }},
                      std::optional<uint64_t>{100});
  tell(to, progress_atom_v, uint64_t{50});
  auto done = ask(self, to, caf::infinite, finish_atom_v);
  scheduler.run();
  std::move(done).receive([] {}, [](caf::error&) { FAIL("not answered"); });
  CHECK(screen == "");
}
