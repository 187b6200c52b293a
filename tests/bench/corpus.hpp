// The texts to measure with. They come out the same on every machine.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace tally::bench {

/// What a corpus is like.
enum class corpus_kind {
  /// The King James Bible, over and over: real English, 29 thousand different
  /// words, nearly all of them short.
  english,
  /// Made-up words, as frequent and as long as those in a large pile of source
  /// code, that of Linux: a few are everywhere, two thirds occur once, and some
  /// have hundreds of bytes. 1.3 GB of it have 12 million different words.
  longtail,
};

/// Takes the next piece of a corpus.
using corpus_sink = std::function<void(std::string_view)>;

/// Passes the first `bytes` bytes of a corpus to `sink`, piece by piece. Throws
/// `std::runtime_error` where the text of the bible is not installed.
void make_corpus(corpus_kind kind, uint64_t bytes, const corpus_sink& sink);

/// Returns the first `bytes` bytes of a corpus.
std::string corpus(corpus_kind kind, uint64_t bytes);

} // namespace tally::bench
