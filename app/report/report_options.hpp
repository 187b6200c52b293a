#pragma once

#include "app/report/counted_file.hpp"
#include "app/report/rule_list.hpp"
#include "app/report/screen.hpp"
#include "messages/payload.hpp"
#include "messages/ranking.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace tally {

/// How counts are laid out as text.
enum class format : uint8_t {
  tsv,   ///< A line `count<TAB>word` each.
  csv,   ///< As RFC 4180 has it, with a header.
  json,  ///< An object, always valid UTF-8.
  table, ///< Columns for the eye, with a heading.
};

/// The formats by the names that a person gives them.
inline constexpr std::pair<std::string_view, format> format_names[]
    = {{"csv", format::csv},
       {"json", format::json},
       {"table", format::table},
       {"tsv", format::tsv}};

/// Returns the format with the name `name`, if there is one.
std::optional<format> format_named(std::string_view name);

/// Which counts are reported, and how.
struct report_options {
  ranking_rules ranking;
  format layout = format::tsv;
  bool percent = false;    ///< Tell the share of each word.
  bool cumulative = false; ///< Tell the share of all words so far.
  bool other = false;      ///< Sum up the words left out.
  color_choice color = color_choice::automatic;
  rule_list rules = told({}); ///< What the words were counted by.
  token_totals tokens; ///< What was read to be counted, and what left out.
  counted_files files; ///< Those to be told apart; none if they are not.
};

} // namespace tally
