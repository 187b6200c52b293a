#include "app/report/report.hpp"

#include "actors/ranker.hpp"
#include "actors/table/word_table.hpp"
#include "actors/word_order.hpp"
#include "app/diagnostics.hpp"
#include "app/report/layout.hpp"
#include "app/report/numbers.hpp"

#include <algorithm>
#include <unistd.h>
#include <vector>

namespace tally {

namespace {

void tell_what_was_left_out(const report_facts& facts) {
  auto rest = facts.other();
  if (rest.distinct == 0)
    return;
  std::string text = "left out ";
  append_number(text, rest.distinct);
  text += rest.distinct == 1 ? " word, " : " words, ";
  append_percent(text, rest.tokens, facts.all.tokens);
  complain(text += "% of all that was counted.");
}

// Returns how many words of each file have no row of their own.
std::vector<uint64_t> not_shown(const counted_files& files,
                                const ranking& words) {
  std::vector<uint64_t> rest;
  for (auto& file : files)
    rest.push_back(file.all().tokens);
  for (size_t i = 0; i < files.size(); ++i)
    words.for_each_shown(
        [&](std::string_view word) { rest[i] -= files[i].count(word); });
  return rest;
}

caf::error print_table(caf::scoped_actor& self, word_table& table,
                       const report_options& opts, size_t threads, output& to) {
  auto words = ranking::make(self, opts.ranking, table, threads);
  if (!words)
    return std::move(words.error());
  auto seen_on = to.seen_on(opts.color);
  report_facts facts{words->summary(), words->shown(), {}};
  facts.other_by_file.resize(opts.files.size());
  if (opts.other && facts.other().distinct > 0)
    facts.other_by_file = not_shown(opts.files, *words);
  auto laid_out = make_layout(opts, facts, seen_on);
  to.write(laid_out->head());
  auto failure = words->print(
      self,
      [laid_out](std::string& text, const ranked_piece& piece) {
        laid_out->append_rows(text, piece);
      },
      [&](auto text) {
        to.write(text);
        return to.good();
      });
  if (failure)
    return failure;
  to.write(laid_out->foot());
  if (seen_on.is_terminal && isatty(STDERR_FILENO))
    tell_what_was_left_out(facts);
  return {};
}

} // namespace

std::string report(word_counts counts, const report_options& opts,
                   const screen& seen_on) {
  auto& rules = opts.ranking;
  report_facts facts;
  for (auto& x : counts) {
    facts.all.tokens += x.count;
    facts.all.most_often = std::max(facts.all.most_often, x.count);
  }
  facts.all.distinct = counts.size();
  std::erase_if(counts, [&](auto& x) { return x.count < rules.min_count; });
  facts.all.kept = counts.size();
  rank(counts, rules.top, rules.by);
  std::vector<ranked_word> words;
  for (auto& [word, count] : counts) {
    facts.shown.tokens += count;
    words.push_back({word, count});
  }
  facts.shown.distinct = words.size();
  auto laid_out = make_layout(opts, facts, seen_on);
  auto text = laid_out->head();
  laid_out->append_rows(text, {words});
  return text += laid_out->foot();
}

bool print_report(caf::actor_system& sys, aggregator_handle& totals,
                  const report_options& opts, size_t threads, output& to) {
  caf::scoped_actor self{sys};
  auto table = totals.take();
  auto failure = table ? print_table(self, **table, opts, threads, to)
                       : std::move(table.error());
  if (failure) {
    complain(explain(failure) + " The counts cannot be printed.");
    to.abandon();
  }
  return to.finish();
}

} // namespace tally
