// Lists of words, as `count_list` wants them, and what scanners have in common.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// The words of a list, at another place.
template <class Words>
class moved_words {
public:
  moved_words(const Words& words, const char* base)
    : words_{words}, base_{base} {
  }

  const char* base() const {
    return base_;
  }

  size_t words() const {
    return words_.words();
  }

  auto word(size_t i) const {
    return words_.word(i);
  }

  auto edges() const requires requires(const Words& words) {
    words.edges();
  }
  { return words_.edges(); }

private:
  const Words& words_;
  const char* base_;
};

/// Words that are nowhere else, one behind the other.
class word_collection {
public:
  struct edges {
    size_t first;
    size_t last;
  };

  word_collection() {
    clear();
  }

  void clear() {
    text_.assign(readable, '\0');
    edges_.clear();
  }

  void add(std::string_view word) {
    auto first = text_.size() - readable;
    text_.insert(first, word);
    edges_.push_back({first, first + word.size()});
  }

  /// Returns the memory taken by the words.
  size_t bytes() const {
    return text_.size();
  }

  const char* base() const {
    return text_.data();
  }

  size_t words() const {
    return edges_.size();
  }

  edges word(size_t i) const {
    return edges_[i];
  }

private:
  static constexpr size_t readable = 8; // bytes after the last word

  std::string text_;
  std::vector<edges> edges_;
};

/// Returns the word too long for a list that a scanner found, or nothing.
template <class Words>
std::string_view giant_of(const Words& words) {
  if constexpr (requires { words.giant(); })
    return words.giant();
  else
    return {};
}

/// Calls `f(word)` for each word that a scanner has yet to find.
template <class Words, class F>
void for_each_in(Words& words, F f) {
  while (words.next()) {
    if (auto giant = giant_of(words); !giant.empty())
      f(giant);
    for (size_t i = 0; i < words.words(); ++i) {
      auto [first, last] = words.word(i);
      f(std::string_view{words.base() + first, words.base() + last});
    }
  }
}

} // namespace tally
