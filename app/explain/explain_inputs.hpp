#pragma once

#include "app/exit_status.hpp"
#include "app/options.hpp"
#include "app/output.hpp"
#include "messages/caf_compat.hpp"

namespace tally {

/// Prints how the words of `opts` are written in its inputs, and why they are
/// the same words. Complains about what goes wrong and goes on; signals are as
/// with `count_inputs`.
exit_status explain_inputs(caf::actor_system& sys, const options& opts,
                           output& to);

} // namespace tally
