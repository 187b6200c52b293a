#pragma once

#include "app/report/layout.hpp"

namespace tally {

/// Lines of a count, the shares that are wanted, the counts of files, and the
/// word, with tabs between them. Words come last and byte for byte, but for
/// terminals.
class tsv_layout : public layout {
public:
  using layout::layout;

protected:
  void append_row(std::string& text, const report_row& row) const override;
};

} // namespace tally
