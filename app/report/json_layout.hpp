#pragma once

#include "app/report/layout.hpp"

namespace tally {

/// An object with the members `rules`, `totals`, `files` if they are told
/// apart, `other` if it is wanted, and `counts`, an array in the order of the
/// report with an object on a line for each word.
class json_layout : public layout {
public:
  using layout::layout;

  std::string head() const override;

  std::string foot() const override;

protected:
  void append_row(std::string& text, const report_row& row) const override;
};

} // namespace tally
