#include "tests/bench/corpus.hpp"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <stdexcept>

namespace tally::bench {

namespace {

constexpr size_t piece_size = size_t{1} << 20;

// The text behind the usual figures for English, so there is no need to imitate
// it.
std::string read_bible() {
  std::string text;
  if (auto pipe = popen("bible gen1:1-rev22:21 2>/dev/null", "r")) {
    char buffer[65536];
    while (auto n = fread(buffer, 1, sizeof(buffer), pipe))
      text.append(buffer, n);
    pclose(pipe);
  }
  if (text.size() < piece_size)
    throw std::runtime_error{"the text of the bible is missing; install the"
                             " Debian package bible-kjv"};
  return text;
}

// The mixing step of SplitMix64; no two numbers have the same mixture.
uint64_t mix(uint64_t x) {
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
  x = (x ^ x >> 27) * 0x94D049BB133111EB;
  return x ^ x >> 31;
}

// Writes the words of a long tail. A word is known by its rank, the most
// frequent first, and is made of it, so nothing needs to be kept.
class long_tail {
public:
  std::string piece() {
    std::string text;
    while (text.size() < piece_size) {
      append_word(text, next_rank());
      text += ++words_ % 12 == 0 ? '\n' : ' ';
    }
    return text;
  }

private:
  // Zipf's law: each octave of ranks is as likely as any other. The last one,
  // the 25th, is halved to end up with 12 million words.
  uint64_t next_rank() {
    auto random = mix(state_ += 0x9E3779B97F4A7C15);
    auto octave = (random >> 32) % 49 / 2;
    auto first = uint64_t{1} << octave;
    return first + (random & (first - 1));
  }

  // The rank in letters is a word of its own. Rare words begin with a stem that
  // thousands of others share, as names in programs do.
  static void append_word(std::string& text, uint64_t rank) {
    if (rank >= uint64_t{1} << 16)
      append_stem(text, mix(rank));
    for (; rank > 0; rank = (rank - 1) / 26)
      text += static_cast<char>('a' + (rank - 1) % 26);
  }

  // The limit of the length is 12 for half of the stems, 24 for a quarter, and
  // so on up to 384.
  static void append_stem(std::string& text, uint64_t random) {
    auto limit = uint64_t{12} << std::min(std::countr_zero(random), 5);
    auto letters = mix(random >> 52);
    for (auto size = (random >> 20) % limit; size > 0; --size) {
      text += static_cast<char>('a' + letters % 26);
      letters = std::rotr(letters, 5);
    }
    text += '_';
  }

  uint64_t state_ = 0;
  uint64_t words_ = 0;
};

} // namespace

void make_corpus(corpus_kind kind, uint64_t bytes, const corpus_sink& sink) {
  auto bible = kind == corpus_kind::english ? read_bible() : std::string{};
  long_tail tail;
  while (bytes > 0) {
    auto text = kind == corpus_kind::english ? bible : tail.piece();
    auto size = std::min<uint64_t>(bytes, text.size());
    sink({text.data(), size});
    bytes -= size;
  }
}

std::string corpus(corpus_kind kind, uint64_t bytes) {
  std::string result;
  make_corpus(kind, bytes, [&](std::string_view text) { result += text; });
  return result;
}

} // namespace tally::bench
