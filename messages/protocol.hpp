// What tally's actors say to each other. Read this file first.
//
//   interactive ──add_word──▶ ┌────────────┐
//               ◀──count────  │ aggregator │ ──get_counts──▶ report
//                             └────────────┘
//                                    ▲
//                                    │ merge(table)
//           ──run──▶ ┌────────┐ ─count(block)─▶ ┌─────────┐
//   batch            │ feeder │ ◀────block───── │ counter │ one per core
//           ◀─input─ └────────┘ ──count(text)─▶ └─────────┘ ──finish──▶ table
//             totals                  to be read     │
//                                                    │ count(words)
//                                                    ▼
//                                                ┌────────┐
//                                                │ keeper │ one per core
//                                                └────────┘ ──finish──▶ table
//                    ┌──────────┐
//  feeder ─progress─▶│ progress │ on a terminal
//                    └──────────┘
//                    ┌────────┐
//     shards ──merge▶│ merger │──▶ shard         one per core
//                    └────────┘
//                    ┌────────┐
//      shard ──deal─▶│ ranker │──▶ buckets       one per core
//     piece ─render─▶└────────┘──▶ text
//
// Every request is answered: with the result named here or with an error, for
// which messages/fault.hpp has the sentences.

#pragma once

#include "messages/caf_compat.hpp"
#include "messages/fault.hpp"
#include "messages/payload.hpp"
#include "messages/ranking.hpp"
#include "messages/rules.hpp"

CAF_BEGIN_TYPE_ID_BLOCK(tally, caf::first_custom_type_id)

CAF_ADD_TYPE_ID(tally, (tally::counting_rules))
CAF_ADD_TYPE_ID(tally, (tally::fault))
CAF_ADD_TYPE_ID(tally, (tally::input_totals))
CAF_ADD_TYPE_ID(tally, (tally::left_out))
CAF_ADD_TYPE_ID(tally, (tally::text_block))
CAF_ADD_TYPE_ID(tally, (tally::token_totals))
CAF_ADD_TYPE_ID(tally, (tally::totals))
CAF_ADD_TYPE_ID(tally, (tally::word_count))
CAF_ADD_TYPE_ID(tally, (tally::word_counts))

TALLY_ADD_ATOM(add_word_atom, "add_word")
TALLY_ADD_ATOM(audit_atom, "audit")
TALLY_ADD_ATOM(complain_atom, "complain")
TALLY_ADD_ATOM(complete_atom, "complete")
TALLY_ADD_ATOM(count_atom, "count")
TALLY_ADD_ATOM(deal_atom, "deal")
TALLY_ADD_ATOM(finish_atom, "finish")
TALLY_ADD_ATOM(get_count_atom, "get_count")
TALLY_ADD_ATOM(get_counts_atom, "get_counts")
TALLY_ADD_ATOM(get_stats_atom, "get_stats")
TALLY_ADD_ATOM(get_top_atom, "get_top")
TALLY_ADD_ATOM(merge_atom, "merge")
TALLY_ADD_ATOM(progress_atom, "progress")
TALLY_ADD_ATOM(render_atom, "render")
TALLY_ADD_ATOM(reset_atom, "reset")
TALLY_ADD_ATOM(run_atom, "run")
TALLY_ADD_ATOM(split_atom, "split")
TALLY_ADD_ATOM(subtract_atom, "subtract")
TALLY_ADD_ATOM(take_atom, "take")
TALLY_ADD_ATOM(tick_atom, "tick")

CAF_END_TYPE_ID_BLOCK(tally)

TALLY_ERROR_CODE_ENUM(tally::fault)

CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::dealt_shard_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::input_tables)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::rank_bounds_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::ranking_rules)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::render_function)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::text_source_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::unsorted_piece_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::waiting_words_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::word_shard_ptr)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::word_shard_ptrs)
CAF_ALLOW_UNSAFE_MESSAGE_TYPE(tally::word_table_ptr)

namespace tally {

/// Keeps the count of every distinct word.
using aggregator_actor = actor_interface<
    // Counts one occurrence of `word`; answers the word's new count.
    uint64_t(add_word_atom, std::string word),
    // Takes back up to `n` occurrences of `word`; answers its new count.
    uint64_t(subtract_atom, std::string word, uint64_t n),
    // Answers all counts, most frequent word first, ties by the word's bytes.
    word_counts(get_counts_atom),
    // Answers the count of `word`, 0 if it never occurred.
    uint64_t(get_count_atom, std::string word),
    // Answers the `n` most frequent words, in the order of `get_counts`.
    word_counts(get_top_atom, uint64_t n),
    // Answers the `n` most frequent words that start with `prefix`.
    word_counts(complete_atom, std::string prefix, uint64_t n),
    // Answers how many words were counted, and how many distinct ones.
    totals(get_stats_atom),
    // Answers the sum of all counts, added up word by word; as many words as
    // `get_stats` answers unless counts were lost.
    uint64_t(audit_atom),
    // Adds counts made elsewhere; answers the totals that result.
    totals(merge_atom, word_counts partial),
    // The same for a table of this process, which it takes over uncopied.
    totals(merge_atom, word_table_ptr partial),
    // Gives everything away: answers the table of all counts, keeps none.
    word_table_ptr(take_atom),
    // Forgets everything; answers the totals that were forgotten.
    totals(reset_atom)>;

/// Counts text into a table of its own, or into one for each input: words, or,
/// if it is an explainer, spellings of some words. Answers late while keepers
/// are behind with words it handed over.
using counter_actor = actor_interface<
    // Counts the words of `block`; answers the block for reuse.
    text_block(count_atom, text_block block),
    // Reads all of `text` and counts its words; answers `text`.
    text_source_ptr(count_atom, text_source_ptr text),
    // Answers what became of all words read since the last `finish`.
    token_totals(get_stats_atom),
    // Gives up the tables of all inputs that are told apart, and goes on with
    // a copy of what is in them.
    input_tables(split_atom),
    // Gives up the table with all counts since the last `finish`, once keepers
    // have counted all that was handed over. If that fails, the next `finish`
    // gives up what is left.
    word_table_ptr(finish_atom)>;

/// Counts words that are not short in place of counters, if there are several:
/// each keeper has shards of its own, so no word is with two of them.
using keeper_actor = actor_interface<
    // Counts `words` of one shard; answers the list for reuse.
    waiting_words_ptr(count_atom, uint64_t shard, waiting_words_ptr words),
    // Gives up the table with all counts; its tokens are those of counters.
    word_table_ptr(finish_atom)>;

/// Merges tables, of which it sees the same part of each.
using merger_actor = actor_interface<
    // Answers one shard with the counts of all `parts`, which it uses up.
    word_shard_ptr(merge_atom, word_shard_ptrs parts)>;

/// Ranks the words of a table, of which it sees a part at a time.
using ranker_actor = actor_interface<
    // Deals the words of `shard` into the buckets of `bounds`, and uses it up.
    dealt_shard_ptr(deal_atom, word_shard_ptr shard, rank_bounds_ptr bounds),
    // Sorts the words of `piece` and answers them as text.
    std::string(render_atom, unsorted_piece_ptr piece, ranking_rules rules,
                render_function render)>;

/// Reads inputs and keeps the counters busy with their blocks.
using feeder_actor = actor_interface<
    // Reads everything; answers what was read, once all of it is counted.
    input_totals(run_atom)>;

/// Shows on a terminal how far the reading is. Nobody else writes there as long
/// as it lives.
using progress_actor = actor_interface<
    // Takes note that `bytes` bytes were read so far.
    void(progress_atom, uint64_t bytes),
    // Complains with `sentence`.
    void(complain_atom, std::string sentence),
    // Shows what has been noted; what it sends to itself now and then.
    void(tick_atom),
    // Takes back what it shows and ends.
    void(finish_atom)>;

} // namespace tally
