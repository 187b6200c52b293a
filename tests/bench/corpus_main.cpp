// Usage: tally_corpus english|longtail BYTES
// Writes a corpus to standard output.

#include "tests/bench/corpus.hpp"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>

using namespace tally::bench;

namespace {

void write_out(std::string_view text) {
  if (fwrite(text.data(), 1, text.size(), stdout) != text.size())
    throw std::runtime_error{"the text cannot be written"};
}

} // namespace

int main(int argc, char** argv) {
  std::string_view kind{argc == 3 ? argv[1] : ""};
  std::string_view size{argc == 3 ? argv[2] : ""};
  uint64_t bytes = 0;
  auto [rest, error]
      = std::from_chars(size.data(), size.data() + size.size(), bytes);
  if ((kind != "english" && kind != "longtail") || error != std::errc{}
      || rest != size.data() + size.size()) {
    fprintf(stderr, "Usage: %s english|longtail BYTES\n", argv[0]);
    return 2;
  }
  try {
    make_corpus(kind == "english" ? corpus_kind::english
                                  : corpus_kind::longtail,
                bytes, write_out);
    if (fflush(stdout) != 0)
      throw std::runtime_error{"the text cannot be written"};
  } catch (const std::exception& e) {
    fprintf(stderr, "%s: %s.\n", argv[0], e.what());
    return 1;
  }
}
