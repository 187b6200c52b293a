#pragma once

#include "actors/table/ranking.hpp"
#include "messages/protocol.hpp"

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace tally {

/// Behavior of a ranker. It keeps nothing between two requests.
ranker_actor::behavior_type ranker(ranker_actor::pointer self);

/// The words of a table, ready to be printed in order.
class ranking {
public:
  /// Deals the words of `table` into buckets, with `workers` rankers at a time.
  /// Empties the table, also where it fails.
  static caf::expected<ranking> make(caf::scoped_actor& self,
                                     const ranking_rules& rules,
                                     word_table& table, size_t workers);

  const ranking_summary& summary() const noexcept {
    return summary_;
  }

  /// Returns the totals of the words that the rules let into the report.
  totals shown() const;

  /// Calls `f` for each of these words, in no order.
  void for_each_shown(const std::function<void(std::string_view)>& f) const;

  /// Hands the report to `write`, piece by piece and in order, until that
  /// returns false. The pieces are sorted and laid out by `render` while
  /// `write` is at work. Uses up the words.
  caf::error print(caf::scoped_actor& self, const render_function& render,
                   const std::function<bool(std::string_view)>& write);

private:
  ranking(caf::scoped_actor& self, const ranking_rules& rules, size_t workers);

  caf::error deal_all(caf::scoped_actor& self, word_table& table);
  void adopt(dealt_shard& dealt);
  void place_pieces();
  uint64_t room_for(const unsorted_piece& piece) const;

  ranking_rules rules_;
  std::vector<ranker_actor> rankers_;
  std::vector<unsorted_piece_ptr> pieces_;
  ranking_summary summary_;
};

} // namespace tally
