#pragma once

#include "actors/table/waiting_words.hpp"
#include "messages/payload.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

namespace tally {

/// Lists of words that a counter has handed to keepers, and the answers that it
/// owes meanwhile: were they given at once, lists would pile up wherever
/// reading is faster than counting. Knows nothing about actors.
class deliveries {
public:
  /// Gives an answer, or `failure` in its place unless that is empty.
  using answer = std::function<void(caf::error failure)>;

  /// How many lists may be on their way while more words are read. Enough for
  /// keepers to have work until the next words come.
  static constexpr size_t many = 8;

  /// Takes all of `words` and leaves room for as many. Returns the list to
  /// send; `came_back` or `failed` must follow. Throws `std::bad_alloc` before
  /// any change.
  waiting_words_ptr take(waiting_words& words);

  /// Notes that a list came back, its words counted.
  void came_back(waiting_words_ptr list);

  /// Notes that a list is lost. Fails the next answer with `why`.
  void failed(caf::error why);

  /// Fails the next answer with `why`.
  void fail_next_answer(caf::error why);

  /// Calls `f` once no more than `most` lists are on their way, and all that
  /// were to be called before have been. Throws `std::bad_alloc`.
  void answer_when_left(size_t most, answer f);

private:
  struct owed_answer {
    size_t most;
    answer give;
  };

  void give_answers();

  size_t on_the_way_ = 0;
  std::vector<waiting_words_ptr> spare_; // lists that came back
  std::deque<owed_answer> owed_;
  caf::error failure_; // not yet told if not empty
};

} // namespace tally
