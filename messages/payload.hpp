// The values that tally's actors send to each other.

#pragma once

#include "messages/caf_compat.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// A word, byte for byte as it was written, and how often it occurred.
struct word_count {
  std::string word;
  uint64_t count = 0;

  bool operator==(const word_count&) const = default;
};

template <class Inspector>
auto inspect(Inspector& f, word_count& x) {
  return inspect_fields(f, x, field{"word", x.word}, field{"count", x.count});
}

/// Counts of distinct words, in no particular order unless stated.
using word_counts = std::vector<word_count>;

/// How much was counted.
struct totals {
  uint64_t tokens = 0;   ///< Words, every occurrence of each.
  uint64_t distinct = 0; ///< Distinct words, that is, the vocabulary.

  totals& operator+=(const totals& other) {
    tokens += other.tokens;
    distinct += other.distinct;
    return *this;
  }

  bool operator==(const totals&) const = default;
};

template <class Inspector>
auto inspect(Inspector& f, totals& x) {
  return inspect_fields(f, x, field{"tokens", x.tokens},
                        field{"distinct", x.distinct});
}

/// Words that were read but not counted, by the rule that left them out.
struct left_out {
  uint64_t stop_words = 0;
  uint64_t length = 0;  ///< Too short or too long.
  uint64_t pattern = 0; ///< Not like those that are wanted.

  uint64_t sum() const {
    return stop_words + length + pattern;
  }

  left_out& operator+=(const left_out& other) {
    stop_words += other.stop_words;
    length += other.length;
    pattern += other.pattern;
    return *this;
  }

  left_out operator-(const left_out& other) const {
    return {stop_words - other.stop_words, length - other.length,
            pattern - other.pattern};
  }

  bool operator==(const left_out&) const = default;
};

template <class Inspector>
auto inspect(Inspector& f, left_out& x) {
  return inspect_fields(f, x, field{"stop_words", x.stop_words},
                        field{"length", x.length}, field{"pattern", x.pattern});
}

/// What became of the words that a counter read.
struct token_totals {
  uint64_t read = 0;
  left_out rejected;

  token_totals& operator+=(const token_totals& other) {
    read += other.read;
    rejected += other.rejected;
    return *this;
  }

  bool operator==(const token_totals&) const = default;
};

template <class Inspector>
auto inspect(Inspector& f, token_totals& x) {
  return inspect_fields(f, x, field{"read", x.read},
                        field{"rejected", x.rejected});
}

/// What was read for counting.
struct input_totals {
  uint64_t bytes = 0;       ///< As they were read, compressed ones too.
  uint64_t inputs = 0;      ///< Files and streams opened.
  uint64_t failures = 0;    ///< Those that could not be read to their end.
  uint64_t text_bytes = 0;  ///< What `bytes` became: text without marks.
  uint64_t compressed = 0;  ///< Inputs that were decompressed.
  uint64_t utf8_marks = 0;  ///< Inputs with a byte order mark in UTF-8.
  uint64_t utf16 = 0;       ///< Inputs that were converted from UTF-16.
  bool interrupted = false; ///< There was more that was not to be read.

  bool operator==(const input_totals&) const = default;
};

template <class Inspector>
auto inspect(Inspector& f, input_totals& x) {
  return inspect_fields(
      f, x, field{"bytes", x.bytes}, field{"inputs", x.inputs},
      field{"failures", x.failures}, field{"text_bytes", x.text_bytes},
      field{"compressed", x.compressed}, field{"utf8_marks", x.utf8_marks},
      field{"utf16", x.utf16}, field{"interrupted", x.interrupted});
}

/// A piece of input that ends between two words. It travels to a counter and
/// back, so that a few buffers serve an input of any size.
struct text_block {
  /// Bytes after the text that a counter may read (not use).
  static constexpr size_t padding = 64;

  std::vector<char> buffer; ///< The text and at least `padding` bytes more.
  uint64_t size = 0;        ///< Length of the text in bytes.
  std::vector<std::string> before; ///< Words that n-grams may start with.
  uint64_t input = 0; ///< Which it is of, from 1; 0 if they are all the same.

  std::string_view text() const {
    return {buffer.data(), size};
  }
};

template <class Inspector>
auto inspect(Inspector& f, text_block& x) {
  return inspect_fields(f, x, field{"buffer", x.buffer}, field{"size", x.size},
                        field{"before", x.before}, field{"input", x.input});
}

/// Text that whoever counts it reads for itself, a block at a time. Does not
/// cross a process boundary.
class text_source {
public:
  text_source() = default;

  text_source(const text_source&) = delete;

  text_source& operator=(const text_source&) = delete;

  virtual ~text_source() = default;

  /// Puts the next piece of the text into `block`, reusing its buffer. Returns
  /// false when there is no more. Throws `std::bad_alloc`.
  virtual bool next(text_block& block) = 0;
};

using text_source_ptr = std::shared_ptr<text_source>;

class waiting_words;
class word_shard;
class word_table;

/// A table of counts, or a part of one, changing hands between actors of one
/// process: whoever holds it after the message arrived owns it alone. It never
/// crosses a process boundary; `word_counts` does.
using word_table_ptr = std::shared_ptr<word_table>;
using word_shard_ptr = std::shared_ptr<word_shard>;
using word_shard_ptrs = std::vector<word_shard_ptr>;

/// Words on their way from a counter to a keeper. As above.
using waiting_words_ptr = std::shared_ptr<waiting_words>;

/// The counts of one input, as far as one counter has them.
struct input_table {
  uint64_t input = 0; ///< As the blocks have it.
  word_table_ptr table;
};

using input_tables = std::vector<input_table>;

} // namespace tally
