#include "app/saved/share_columns.hpp"

#include "app/terminal/line_meaning.hpp"

#include <algorithm>
#include <optional>

namespace tally {

namespace {

// Reads a share as reports have it, such as "33.33".
std::optional<double> share_in(std::string_view text) {
  if (text.size() < 4 || text.size() > 6 || text[text.size() - 3] != '.')
    return std::nullopt;
  auto whole = number_in(text.substr(0, text.size() - 3));
  auto hundredths = number_in(text.substr(text.size() - 2));
  if (!whole || !hundredths)
    return std::nullopt;
  return static_cast<double>(*whole * 100 + *hundredths) / 100;
}

} // namespace

bool share_columns::take_off(std::string_view& text, uint64_t count) {
  up_to_ += count;
  least_ = std::max(least_, static_cast<double>(up_to_));
  return (!percent_ || take_off(text, static_cast<double>(count)))
         && (!cumulative_ || take_off(text, static_cast<double>(up_to_)))
         && least_ <= most_;
}

// A share is rounded to two decimals, and what it is computed from to the
// precision of a `double`.
bool share_columns::take_off(std::string_view& text, double part) {
  constexpr auto rounding = 0.005;
  constexpr auto precision = 1e-12;
  auto tab = text.find('\t');
  auto share = tab == text.npos ? std::nullopt : share_in(text.substr(0, tab));
  if (!share)
    return false;
  text.remove_prefix(tab + 1);
  auto least = 100 * part / (*share + rounding);
  least_ = std::max(least_, least * (1 - precision));
  if (*share > rounding)
    most_ = std::min(most_, 100 * part / (*share - rounding) * (1 + precision));
  return true;
}

bool share_columns::fit_all() const {
  return (!percent_ && !cumulative_) || least_ <= static_cast<double>(up_to_);
}

} // namespace tally
