#include "actors/merger.hpp"

#include "actors/guarded.hpp"
#include "actors/requests.hpp"
#include "actors/table/word_table.hpp"

#include <new>
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

// Tells whether merging takes less time than having it done.
bool has_few_words(const std::vector<word_table_ptr>& tables) {
  size_t words = 0;
  for (auto& x : tables)
    words += x->distinct();
  return words < 4000;
}

word_shard_ptrs take(std::vector<table_parts>& tables, size_t shard) {
  word_shard_ptrs result;
  for (auto& x : tables)
    result.push_back(std::make_shared<word_shard>(std::move(x.shards[shard])));
  return result;
}

caf::expected<word_table_ptr>
merge_here(const std::vector<word_table_ptr>& tables) {
  try {
    for (size_t i = 1; i < tables.size(); ++i)
      tables.front()->merge(std::move(*tables[i]));
    return tables.front();
  } catch (const std::bad_alloc&) {
    return caf::error{fault::out_of_memory};
  }
}

} // namespace

merger_actor::behavior_type merger(merger_actor::pointer self) {
  end_program_on_exception(self);
  return {
      [](merge_atom, word_shard_ptrs& parts) {
        return guarded([&] { return merge(std::move(parts)); });
      },
  };
}

caf::expected<word_table_ptr>
merge_tables(caf::scoped_actor& self, const std::vector<word_table_ptr>& tables,
             size_t workers) {
  if (tables.size() == 1 || has_few_words(tables))
    return merge_here(tables);
  std::vector<merger_actor> mergers;
  for (size_t i = 0; i < workers; ++i)
    mergers.push_back(self->spawn(merger));
  std::vector<table_parts> parts;
  for (auto& x : tables)
    parts.push_back(x->release());
  table_parts merged;
  for (auto& x : parts)
    merged.tokens += x.tokens;
  auto failure = ask_all<word_shard_ptr>(
      merged.shards.size(),
      [&](size_t i) {
        return ask(self, mergers[i % workers], caf::infinite, merge_atom_v,
                   take(parts, i));
      },
      [&](size_t i, word_shard_ptr& x) { merged.shards[i] = std::move(*x); });
  if (failure)
    return failure;
  return std::make_shared<word_table>(tables.front()->seed(),
                                      std::move(merged));
}

} // namespace tally
