#include "actors/deliveries.hpp"

#include <utility>

namespace tally {

waiting_words_ptr deliveries::take(waiting_words& words) {
  auto list = spare_.empty() ? std::make_shared<waiting_words>()
                             : std::move(spare_.back());
  if (!spare_.empty())
    spare_.pop_back();
  // One that is too small would become twice as large.
  if (list->capacity() < words.capacity())
    *list = waiting_words{};
  list->reserve(words.capacity());
  std::swap(*list, words);
  ++on_the_way_;
  return list;
}

void deliveries::came_back(waiting_words_ptr list) {
  --on_the_way_;
  if (spare_.size() < many)
    spare_.push_back(std::move(list));
  give_answers();
}

void deliveries::failed(caf::error why) {
  --on_the_way_;
  fail_next_answer(std::move(why));
  give_answers();
}

void deliveries::fail_next_answer(caf::error why) {
  failure_ = std::move(why);
}

void deliveries::answer_when_left(size_t most, answer f) {
  owed_.push_back({most, std::move(f)});
  give_answers();
}

void deliveries::give_answers() {
  while (!owed_.empty() && on_the_way_ <= owed_.front().most) {
    auto next = std::move(owed_.front());
    owed_.pop_front();
    next.give(std::exchange(failure_, {}));
  }
}

} // namespace tally
