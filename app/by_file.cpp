#include "app/by_file.hpp"

#include "actors/merger.hpp"
#include "actors/requests.hpp"

#include <unordered_map>
#include <utility>

namespace tally {

namespace {

// Makes a file of each name; returns the place of each input among them.
std::vector<size_t> name_files(const std::vector<std::string>& inputs,
                               counted_files& files) {
  std::unordered_map<std::string, size_t> known;
  std::vector<size_t> places;
  for (auto& name : inputs) {
    auto [found, is_new] = known.emplace(name, files.size());
    if (is_new)
      files.push_back({name, nullptr});
    places.push_back(found->second);
  }
  return places;
}

} // namespace

caf::error split_counts(caf::scoped_actor& self,
                        const std::vector<counter_actor>& counters,
                        const std::vector<std::string>& inputs,
                        counted_files& files) {
  auto places = name_files(inputs, files);
  std::vector<std::vector<word_table_ptr>> tables(files.size());
  auto failure = ask_all<input_tables>(
      counters.size(),
      [&](size_t i) {
        return ask(self, counters[i], caf::infinite, split_atom_v);
      },
      [&](size_t, input_tables& split) {
        for (auto& x : split)
          tables[places[x.input - 1]].push_back(std::move(x.table));
      });
  for (size_t i = 0; i < files.size(); ++i) {
    if (tables[i].empty())
      continue;
    auto merged = merge_tables(self, tables[i], counters.size());
    if (merged)
      files[i].table = std::move(*merged);
    else
      failure = std::move(merged.error());
  }
  return failure;
}

} // namespace tally
