// What the command line names, beside its options.

#pragma once

#include "app/options.hpp"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace tally {

/// Finds the FILEs, "merge" and FILEs, or "explain" and WORDs, and takes them
/// out of `args`: CLI11 gives names such as "[a,b]" and "++" a meaning.
void take_operands(const CLI::App& app, std::vector<std::string>& args,
                   options& opts);

/// Throws `std::invalid_argument` with a sentence if the options of `app` are
/// not made for the operands. To be called after `app` has parsed.
void check_operands(const CLI::App& app, const options& opts);

/// Throws the like if there is one of the options `names`, which `command` does
/// not have.
void refuse_options(const CLI::App& app, const std::string& command,
                    const std::vector<std::string>& names);

} // namespace tally
