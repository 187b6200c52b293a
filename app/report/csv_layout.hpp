#pragma once

#include "app/report/layout.hpp"

namespace tally {

/// Appends `field`, in quotes where it has to be.
void append_field(std::string& text, std::string_view field);

/// Lines as RFC 4180 has them, ended by CR LF, the first of which names the
/// columns, files among them. A field is quoted where it has to be; words are
/// byte for byte what was counted, but for terminals.
class csv_layout : public layout {
public:
  using layout::layout;

  std::string head() const override;

protected:
  void append_row(std::string& text, const report_row& row) const override;
};

} // namespace tally
