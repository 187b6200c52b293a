#pragma once

#include "app/report/counted_file.hpp"
#include "messages/protocol.hpp"

#include <string>
#include <vector>

namespace tally {

/// Makes `files` of what `counters` have counted for each of `inputs`, to which
/// their blocks refer, and leaves copies with them. A name that is given again
/// stands for one file. All have a place in `files`, also where this fails.
caf::error split_counts(caf::scoped_actor& self,
                        const std::vector<counter_actor>& counters,
                        const std::vector<std::string>& inputs,
                        counted_files& files);

} // namespace tally
