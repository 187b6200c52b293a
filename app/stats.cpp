#include "app/stats.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace tally {

namespace {

using rows = std::vector<std::pair<std::string, std::string_view>>;

std::string decimal(double x, int places) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, x);
  return text.data();
}

void add(rows& to, uint64_t number, std::string_view of) {
  to.emplace_back(std::to_string(number), of);
}

void add_unless_none(rows& to, uint64_t number, std::string_view of) {
  if (number > 0)
    add(to, number, of);
}

void add_input(rows& to, const input_totals& input) {
  add(to, input.inputs, "files");
  add_unless_none(to, input.failures, "files not read to their end");
  add_unless_none(to, input.compressed, "files compressed");
  add_unless_none(to, input.utf8_marks, "files with a UTF-8 byte order mark");
  add_unless_none(to, input.utf16, "files in UTF-16");
  add(to, input.bytes, "bytes read");
  if (input.text_bytes != input.bytes)
    add(to, input.text_bytes, "bytes of text");
}

void add_tokens(rows& to, const input_stats& stats) {
  auto& rejected = stats.tokens.rejected;
  add(to, stats.tokens.read, "tokens read");
  add(to, stats.counted, "tokens counted");
  add_unless_none(to, rejected.stop_words, "tokens left out as stop words");
  add_unless_none(to, rejected.length, "tokens left out by length");
  add_unless_none(to, rejected.pattern, "tokens left out by pattern");
  add(to, stats.distinct, "distinct words");
}

} // namespace

bool balances(const input_stats& stats) {
  return stats.tokens.read == stats.counted + stats.tokens.rejected.sum();
}

std::string imbalance(const input_stats& stats) {
  return "Internal error: " + std::to_string(stats.tokens.read)
         + " words were read, but " + std::to_string(stats.counted)
         + " counted and " + std::to_string(stats.tokens.rejected.sum())
         + " left out. Do not trust the counts, and report this.";
}

std::string stats_text(const input_stats& stats, double seconds) {
  rows all;
  add_input(all, stats.input);
  add_tokens(all, stats);
  all.emplace_back(decimal(seconds, 3), "seconds");
  auto megabytes = static_cast<double>(stats.input.bytes) / 1e6;
  if (seconds > 0)
    all.emplace_back(decimal(megabytes / seconds, 1), "MB per second");
  size_t width = 0;
  for (auto& [number, of] : all)
    width = std::max(width, number.size());
  std::string text;
  for (auto& [number, of] : all) {
    text.append(width - number.size(), ' ').append(number);
    text.append("  ").append(of).append("\n");
  }
  return text;
}

} // namespace tally
