#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tally {

/// Joins each word with those before it.
class ngram_window {
public:
  static constexpr size_t max_size = 5;

  /// Joins `n` words, 1 to `max_size`.
  explicit ngram_window(size_t n) : n_{n} {
  }

  /// Starts afresh: the next word is not adjacent to those before it.
  void clear() {
    text_.clear();
    size_ = 0;
  }

  /// Adds a word, and calls `f(ngram)` if `n` words are adjacent now. They
  /// are joined by one space.
  template <class F>
  void add(std::string_view word, F f) {
    if (size_ == n_)
      drop_first();
    if (size_ > 0)
      text_ += ' ';
    starts_[size_++] = text_.size();
    text_ += word;
    if (size_ == n_)
      f(std::string_view{text_});
  }

  /// Returns the words that sequences may start with and go on in another text.
  std::vector<std::string> last_words() const {
    std::vector<std::string> result;
    for (auto i = size_ - std::min(size_, n_ - 1); i < size_; ++i) {
      auto last = i + 1 < size_ ? starts_[i + 1] - 1 : text_.size();
      result.push_back(text_.substr(starts_[i], last - starts_[i]));
    }
    return result;
  }

private:
  void drop_first() {
    if (--size_ == 0)
      return text_.clear();
    auto dropped = starts_[1];
    text_.erase(0, dropped);
    for (size_t i = 0; i < size_; ++i)
      starts_[i] = starts_[i + 1] - dropped;
  }

  size_t n_;
  size_t size_ = 0;
  std::string text_;
  std::array<size_t, max_size> starts_{};
};

} // namespace tally
