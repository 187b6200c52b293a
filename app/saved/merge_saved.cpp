#include "app/saved/merge_saved.hpp"

#include "actors/table/word_table.hpp"
#include "app/diagnostics.hpp"
#include "app/input/open_input.hpp"
#include "app/progress_display.hpp"
#include "app/saved/saved_counts.hpp"
#include "app/signal_watch.hpp"

#include <csignal>
#include <limits>
#include <memory>
#include <utility>

namespace tally {

namespace {

// The counts of files, as they come in.
class merging {
public:
  merging(aggregator_handle& to, reading how, complain_function complain)
    : to_(to), how_(std::move(how)), complain_(std::move(complain)) {
    // nop
  }

  // Of a file that is not read to its end nothing is added.
  void add(const std::string& file) {
    if (result_.is_refused || is_cut_short_)
      return;
    auto source = open_input(file, inputs_, how_);
    auto table = std::make_shared<word_table>();
    std::optional<rule_list> rules;
    auto wrong = read(*source, file, *table, rules);
    is_cut_short_ = how_.has_to_stop();
    if (is_cut_short_)
      return;
    if (!wrong.empty())
      fail(wrong + " Nothing of it was added.");
    else if (!rules || agree(*rules, file))
      hand_over(std::move(table));
  }

  bool is_cut_short() const {
    return is_cut_short_;
  }

  const merge_result& result() const {
    return result_;
  }

private:
  std::string read(byte_source& from, const std::string& file,
                   word_table& table, std::optional<rule_list>& rules) {
    auto name = input_name(file);
    auto room = std::numeric_limits<uint64_t>::max() - result_.tokens;
    try {
      return read_file(
          from, how_, name,
          [&](std::string_view word, uint64_t n) {
            if (n > room - table.tokens())
              throw std::overflow_error{name};
            table.add(word, n);
          },
          rules);
    } catch (const std::length_error&) {
      return name + ": " + explain(fault::word_too_long);
    } catch (const std::overflow_error&) {
      return "The counts of " + name
             + " do not fit: no more than 18446744073709551615 words can be "
               "counted.";
    }
  }

  void hand_over(word_table_ptr table) {
    auto all = to_.merge(std::move(table));
    if (all)
      result_.tokens = all->tokens;
    else
      fail(explain(all.error()) + " The counts are not complete.");
  }

  bool agree(const rule_list& rules, const std::string& file) {
    if (!result_.rules) {
      result_.rules = rules;
      told_by_ = input_name(file);
    }
    if (*result_.rules == rules)
      return true;
    result_.is_refused = true;
    fail(told_by_ + " and " + input_name(file)
         + " were counted by different rules, so their counts cannot be added "
           "up. Count again with the same options.");
    return false;
  }

  void fail(const std::string& sentence) {
    complain_(sentence);
    result_.complete = false;
  }

  aggregator_handle& to_;
  reading how_;
  complain_function complain_;
  input_totals inputs_; // their bytes are the progress
  bool is_cut_short_ = false;
  merge_result result_;
  std::string told_by_; // the file that told the rules first
};

} // namespace

merge_result merge_saved(caf::actor_system& sys, aggregator_handle& to,
                         const options& opts) {
  signal_watch stop{{SIGINT, SIGTERM}, signal_watch::second_time::untouched};
  caf::scoped_actor self{sys};
  progress_display shown{self, opts};
  merging all{to, reading{stop.fd(), shown.teller()}, shown.complainer()};
  for (auto& file : opts.inputs)
    all.add(file);
  auto result = all.result();
  result.signal = stop.next();
  if (all.is_cut_short())
    shown.complainer()("Interrupted. The counts are partial: of the files that "
                       "were merged until then.");
  return result;
}

} // namespace tally
