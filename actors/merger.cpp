#include "actors/merger.hpp"

#include "actors/guarded.hpp"
#include "actors/table/word_table.hpp"

#include <utility>

namespace tally {

namespace {

word_shard_ptr merge(word_shard_ptrs parts) {
  auto result = std::move(parts.front());
  for (size_t i = 1; i < parts.size(); ++i) {
    result->merge(std::move(*parts[i]));
    // Gives the memory back before the next part asks for more.
    parts[i].reset();
  }
  return result;
}

word_shard_ptrs release(const std::vector<word_table_ptr>& tables, size_t i) {
  word_shard_ptrs parts;
  for (auto& table : tables)
    parts.push_back(std::make_shared<word_shard>(table->release(i)));
  return parts;
}

} // namespace

merger_actor::behavior_type merger() {
  return {
      [](merge_atom, word_shard_ptrs& parts) {
        return guarded([&] { return merge(std::move(parts)); });
      },
  };
}

caf::expected<word_table_ptr> merge_tables(caf::scoped_actor& self,
                                           std::vector<word_table_ptr> tables,
                                           size_t workers) {
  auto& result = tables.front();
  if (tables.size() == 1)
    return std::move(result);
  std::vector<merger_actor> mergers;
  for (size_t i = 0; i < workers; ++i)
    mergers.push_back(self->spawn(merger));
  auto merge_shard = [&](size_t i) {
    return ask(self, mergers[i % workers], caf::infinite, merge_atom_v,
               release(tables, i));
  };
  std::vector<decltype(merge_shard(0))> responses;
  for (size_t i = 0; i < word_table::num_shards; ++i)
    responses.push_back(merge_shard(i));
  caf::error failure;
  for (size_t i = 0; i < responses.size(); ++i)
    std::move(responses[i])
        .receive([&](word_shard_ptr& x) { result->adopt(i, std::move(*x)); },
                 [&](caf::error& err) { failure = std::move(err); });
  if (failure)
    return failure;
  return std::move(result);
}

} // namespace tally
