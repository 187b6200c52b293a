#include "app/report.hpp"

#include "actors/ranker.hpp"
#include "actors/table/word_table.hpp"
#include "actors/word_order.hpp"
#include "app/diagnostics.hpp"
#include "app/terminal/visible_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace tally {

namespace {

constexpr std::string_view count_heading = "count";

// The decimal digits of a number, without a detour through the heap.
class digits {
public:
  explicit digits(uint64_t x)
    : last_(std::to_chars(text_.begin(), text_.end(), x).ptr) {
    // nop
  }

  std::string_view view() const {
    return {text_.data(), static_cast<size_t>(last_ - text_.data())};
  }

private:
  std::array<char, 20> text_;
  char* last_;
};

void append_word(std::string& text, std::string_view word, bool on_terminal) {
  if (on_terminal)
    text.append(visible(word)).push_back('\n');
  else
    text.append(word).push_back('\n');
}

std::string tsv(const ranked_piece& piece, bool on_terminal) {
  std::string text;
  for (auto& x : piece.words) {
    text.append(digits{x.count}.view()).push_back('\t');
    append_word(text, x.word, on_terminal);
  }
  return text;
}

size_t count_width(const ranking_summary& summary) {
  return std::max(count_heading.size(),
                  digits{summary.most_often}.view().size());
}

void append_count(std::string& text, size_t width, std::string_view count) {
  text.append(width - count.size(), ' ').append(count).append("  ");
}

std::string table(const ranked_piece& piece, size_t width, bool on_terminal) {
  std::string text;
  for (auto& x : piece.words) {
    append_count(text, width, digits{x.count}.view());
    append_word(text, x.word, on_terminal);
  }
  return text;
}

} // namespace

std::optional<format> format_named(std::string_view name) {
  for (auto& [known, value] : format_names)
    if (known == name)
      return value;
  return std::nullopt;
}

std::string heading(format layout, const ranking_summary& summary) {
  std::string text;
  if (layout == format::table && summary.kept > 0) {
    append_count(text, count_width(summary), count_heading);
    text.append("word\n");
  }
  return text;
}

render_function renderer(const report_options& opts,
                         const ranking_summary& summary) {
  auto on_terminal = opts.on_terminal;
  if (opts.layout == format::tsv)
    return [=](const ranked_piece& piece) { return tsv(piece, on_terminal); };
  return [=, width = count_width(summary)](const ranked_piece& piece) {
    return table(piece, width, on_terminal);
  };
}

std::string report(word_counts counts, const report_options& opts) {
  auto& rules = opts.ranking;
  std::erase_if(counts, [&](auto& x) { return x.count < rules.min_count; });
  rank(counts, counts.size(), rules.by);
  ranking_summary summary;
  std::vector<ranked_word> words;
  for (auto& [word, count] : counts) {
    ++summary.kept;
    summary.most_often = std::max(summary.most_often, count);
    words.push_back({word, count});
  }
  words.resize(std::min<uint64_t>(words.size(), rules.top));
  return heading(opts.layout, summary) + renderer(opts, summary)({words});
}

caf::error print_table(caf::scoped_actor& self, word_table& table,
                       const report_options& opts, size_t threads, output& to) {
  auto words = ranking::make(self, opts.ranking, table, threads);
  if (!words)
    return std::move(words.error());
  to.write(heading(opts.layout, words->summary()));
  return words->print(self, renderer(opts, words->summary()), [&](auto text) {
    to.write(text);
    return to.good();
  });
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
