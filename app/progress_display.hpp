#pragma once

#include "app/diagnostics.hpp"
#include "app/input/reading.hpp"
#include "app/options.hpp"
#include "messages/protocol.hpp"

namespace tally {

/// The progress of reading the inputs of `opts`, on a terminal on standard
/// error if it is to be shown there, as long as this object lives.
class progress_display {
public:
  /// `self` has to outlive this object.
  progress_display(caf::scoped_actor& self, const options& opts);

  progress_display(const progress_display&) = delete;

  progress_display& operator=(const progress_display&) = delete;

  ~progress_display();

  /// Returns what is to be told of each read.
  reading::progress_function teller() const;

  /// Returns how to complain without leaving a mess on the screen.
  complain_function complainer() const;

private:
  caf::scoped_actor& self_;
  progress_actor shown_; // null if nothing is to be shown
};

} // namespace tally
