#include "tests/bench/corpus.hpp"

#include <algorithm>
#include <array>
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

// How many of a thousand words have a rank of 2^i to 2^(i+1)-1. 1.3 GB drawn
// from these have as many different words as the source text of Linux 6.1,
// 1.3 GB as well, and as many that occur once, twice, and up to eight times;
// the frequent words are as frequent as there.
constexpr std::array octaves{45, 66, 64, 72, 56, 58, 48, 44, 42, 43, 42, 40, 37,
                             32, 28, 26, 24, 24, 27, 28, 30, 32, 24, 31, 29, 8};

// Writes the words of a long tail. A word is known by its rank, the most
// frequent first, and is made of it, so nothing needs to be kept.
class long_tail {
public:
  std::string piece() {
    std::string text;
    while (text.size() < piece_size) {
      append_space(text);
      append_word(text, next_rank());
    }
    return text;
  }

private:
  uint64_t next_random() {
    return mix(state_ += 0x9E3779B97F4A7C15);
  }

  // Lines have three words and are indented.
  void append_space(std::string& text) {
    if (words_++ % 3 != 0)
      text.append(2, ' ');
    else
      text.append(1, '\n').append(next_random() % 10, ' ');
  }

  uint64_t next_rank() {
    auto random = next_random();
    auto octave = 0;
    for (auto rest = static_cast<int>((random >> 32) % 1000);
         rest >= octaves[octave]; ++octave)
      rest -= octaves[octave];
    auto first = uint64_t{1} << octave;
    return first + (random & (first - 1));
  }

  // The rank in letters is a word of its own. Most words begin with a stem that
  // others share, as names in programs do.
  static void append_word(std::string& text, uint64_t rank) {
    if (rank >= 128)
      append_stem(text, rank);
    for (; rank > 0; rank = (rank - 1) / 26)
      text += static_cast<char>('a' + (rank - 1) % 26);
  }

  // The limit of the length is 8 for frequent words; otherwise it is 18 for
  // half of the stems, 36 for a quarter, 54 for an eighth, and so on.
  static void append_stem(std::string& text, uint64_t rank) {
    constexpr auto rare = uint64_t{1} << 17;
    auto random = mix(rank);
    auto limit = rank < rare ? 8 : 18 * (1 + std::countr_zero(random));
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
