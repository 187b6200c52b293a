#include "actors/ranker.hpp"

#include "actors/guarded.hpp"
#include "actors/requests.hpp"
#include "actors/table/word_table.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace tally {

namespace {

dealt_shard_ptr deal(const word_shard_ptr& shard,
                     const rank_bounds_ptr& bounds) {
  return std::make_shared<dealt_shard>(deal(std::move(*shard), *bounds));
}

// Makes room for the shortest rows there are: a word, a digit, a tab and an end
// of line. Where words are left out nothing is known of the others.
void reserve(std::string& text, const unsorted_piece& piece,
             const ranking_rules& rules) {
  auto words = totals_of(piece).distinct;
  if (words > rules.top - piece.rank)
    return;
  auto bytes = 3 * words;
  for (auto& x : piece.parts)
    bytes += x.word_bytes;
  text.reserve(bytes);
}

std::string sort_and_render(const unsorted_piece& piece,
                            const ranking_rules& rules,
                            const render_function& render) {
  std::string text;
  reserve(text, piece, rules);
  auto rank = piece.rank;
  auto tokens = piece.tokens_before;
  sort(piece, rules.by, [&](std::span<const ranked_word> words) {
    words = words.first(std::min<uint64_t>(words.size(), rules.top - rank));
    render(text, {words, rank, tokens});
    rank += words.size();
    for (auto& x : words)
      tokens += x.count;
    return rank < rules.top;
  });
  return text;
}

} // namespace

ranker_actor::behavior_type ranker(ranker_actor::pointer self) {
  end_program_on_exception(self);
  return {
      [](deal_atom, const word_shard_ptr& shard,
         const rank_bounds_ptr& bounds) {
        return guarded([&] { return deal(shard, bounds); });
      },
      [](render_atom, const unsorted_piece_ptr& piece,
         const ranking_rules& rules, const render_function& render) {
        return guarded([&] { return sort_and_render(*piece, rules, render); });
      },
  };
}

ranking::ranking(caf::scoped_actor& self, const ranking_rules& rules,
                 size_t workers)
  : rules_{rules} {
  for (size_t i = 0; i < workers; ++i)
    rankers_.push_back(self->spawn(ranker));
}

caf::expected<ranking> ranking::make(caf::scoped_actor& self,
                                     const ranking_rules& rules,
                                     word_table& table, size_t workers) {
  ranking result{self, rules, workers};
  if (auto failure = result.deal_all(self, table))
    return failure;
  return result;
}

caf::error ranking::deal_all(caf::scoped_actor& self, word_table& table) {
  auto distinct = table.distinct();
  auto parts = table.release();
  auto bounds = std::make_shared<const rank_bounds>(
      rules_, parts.shards.front(), distinct);
  word_shard_ptrs shards;
  for (auto& shard : parts.shards)
    if (shard.distinct() > 0)
      shards.push_back(std::make_shared<word_shard>(std::move(shard)));
  for (size_t i = 0; i < bounds->buckets(); ++i)
    pieces_.push_back(std::make_shared<unsorted_piece>());
  auto failure = ask_all<dealt_shard_ptr>(
      shards.size(),
      [&](size_t i) {
        return ask(self, rankers_[i % rankers_.size()], caf::infinite,
                   deal_atom_v, std::move(shards[i]), rank_bounds_ptr{bounds});
      },
      [&](size_t, dealt_shard_ptr& dealt) { adopt(*dealt); });
  place_pieces();
  return failure;
}

void ranking::adopt(dealt_shard& dealt) {
  summary_ += dealt.summary;
  for (size_t i = 0; i < pieces_.size(); ++i)
    pieces_[i]->parts.push_back(std::move(dealt.buckets[i]));
}

void ranking::place_pieces() {
  totals before;
  for (auto& piece : pieces_) {
    piece->rank = before.distinct;
    piece->tokens_before = before.tokens;
    before += totals_of(*piece);
  }
}

totals ranking::shown() const {
  totals result;
  for (auto& piece : pieces_)
    result += first_of(*piece, room_for(*piece), rules_.by);
  return result;
}

void ranking::for_each_shown(
    const std::function<void(std::string_view)>& f) const {
  for (auto& piece : pieces_)
    for (auto& x : first_words(*piece, room_for(*piece), rules_.by))
      f(x.word);
}

// How many words of a piece the report has room for.
uint64_t ranking::room_for(const unsorted_piece& piece) const {
  return rules_.top - std::min(rules_.top, piece.rank);
}

caf::error ranking::print(caf::scoped_actor& self,
                          const render_function& render,
                          const std::function<bool(std::string_view)>& write) {
  // Enough for all to have work while the first piece is being written.
  auto ahead = 2 * rankers_.size();
  auto last = std::find_if(pieces_.begin(), pieces_.end(),
                           [this](auto& x) { return x->rank >= rules_.top; });
  auto next = pieces_.begin();
  auto ask_for_next = [&] {
    auto i = static_cast<size_t>(next - pieces_.begin());
    return ask(self, rankers_[i % rankers_.size()], caf::infinite,
               render_atom_v, std::move(*next++), rules_, render);
  };
  std::deque<decltype(ask_for_next())> responses;
  caf::error failure;
  auto wanted = true;
  while ((wanted && next != last) || !responses.empty()) {
    while (wanted && next != last && responses.size() < ahead)
      responses.push_back(ask_for_next());
    std::move(responses.front())
        .receive([&](std::string& text) { wanted = wanted && write(text); },
                 [&](caf::error& err) {
                   failure = std::move(err);
                   wanted = false;
                 });
    responses.pop_front();
  }
  return failure;
}

} // namespace tally
