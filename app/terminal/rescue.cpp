#include "app/terminal/rescue.hpp"

#include "app/output.hpp"
#include "app/report/report.hpp"
#include "app/terminal/state_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <unistd.h>

namespace tally {

namespace {

constexpr std::string_view prefix = "rescued-";
constexpr std::string_view suffix = ".tsv";

} // namespace

bool rescue(word_counts counts, const std::string& folder) {
  if (folder.empty() || counts.empty())
    return false;
  make_folders(folder);
  auto path = folder + "/";
  path.append(prefix).append("XXXXXX").append(suffix);
  auto fd = mkstemps(path.data(), suffix.size());
  if (fd < 0)
    return false;
  close(fd);
  output to{path};
  to.write(report(std::move(counts), {}));
  return to.finish();
}

std::vector<std::string> rescued(const std::string& folder) {
  std::vector<std::string> result;
  std::error_code error;
  for (auto& x : std::filesystem::directory_iterator{folder, error}) {
    auto name = x.path().filename().string();
    if (name.starts_with(prefix) && name.ends_with(suffix))
      result.push_back(x.path().string());
  }
  std::ranges::sort(result);
  return result;
}

} // namespace tally
