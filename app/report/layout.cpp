#include "app/report/layout.hpp"

#include "app/report/csv_layout.hpp"
#include "app/report/json_layout.hpp"
#include "app/report/table_layout.hpp"
#include "app/report/tsv_layout.hpp"

#include <algorithm>

namespace tally {

std::optional<format> format_named(std::string_view name) {
  for (auto& [known, value] : format_names)
    if (known == name)
      return value;
  return std::nullopt;
}

std::string layout::head() const {
  return {};
}

void layout::append_rows(std::string& text, const ranked_piece& piece) const {
  constexpr size_t most_counts = 1'000'000;
  auto files = opts_.files.size();
  auto at_once = std::max<size_t>(1, most_counts / std::max<size_t>(1, files));
  report_row row{{}, 0, piece.rank, piece.tokens_before, {}};
  for (size_t i = 0; i < piece.words.size(); i += at_once) {
    auto words = piece.words.subspan(i).first(
        std::min(at_once, piece.words.size() - i));
    auto by_file = counts_by_file(opts_.files, words);
    for (size_t j = 0; j < words.size(); ++j) {
      row.word = words[j].word;
      row.count = words[j].count;
      ++row.rank;
      row.up_to += row.count;
      row.by_file = std::span{by_file}.subspan(j * files, files);
      append_row(text, row);
    }
  }
}

std::string layout::foot() const {
  std::string text;
  auto rest = facts_.other();
  if (opts_.other && rest.distinct > 0)
    append_row(text, {other_words, rest.tokens, 0, facts_.all.tokens,
                      facts_.other_by_file});
  return text;
}

std::shared_ptr<const layout> make_layout(const report_options& opts,
                                          const report_facts& facts,
                                          const screen& seen_on) {
  switch (opts.layout) {
  case format::csv:
    return std::make_shared<csv_layout>(opts, facts, seen_on);
  case format::json:
    return std::make_shared<json_layout>(opts, facts, seen_on);
  case format::table:
    return std::make_shared<table_layout>(opts, facts, seen_on);
  case format::tsv:
    break;
  }
  return std::make_shared<tsv_layout>(opts, facts, seen_on);
}

} // namespace tally
