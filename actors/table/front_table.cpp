#include "actors/table/front_table.hpp"

namespace tally {

namespace {

auto hash_with(const hash_seed& seed) {
  return [seed](const auto& slot) { return slot.hash(seed); };
}

} // namespace

uint64_t front_table::add(std::string_view word, uint64_t n) {
  auto first = word.data();
  return is_short(word)
             ? add_short(load_up_to_8(first, word.size()), n)
             : add_middle(load8(first),
                          load_up_to_8(first + 8, word.size() - 8), n);
}

uint64_t front_table::subtract(std::string_view word, uint64_t n) {
  auto hash = hash_word(word, seed_);
  auto first = word.data();
  if (is_short(word))
    return subtract(short_, find_short(load_up_to_8(first, word.size()), hash),
                    n);
  auto rest = load_up_to_8(first + 8, word.size() - 8);
  return subtract(middle_, find_middle(load8(first), rest, hash), n);
}

template <class Slot>
uint64_t front_table::subtract(slot_table<Slot>& slots, Slot* slot,
                               uint64_t n) {
  if (slot->count > n)
    return slot->count -= n;
  if (!slot->empty())
    slots.erase(slot, hash_with(seed_));
  return 0;
}

uint64_t front_table::count(std::string_view word) const {
  auto hash = hash_word(word, seed_);
  auto first = word.data();
  return is_short(word)
             ? find_short(load_up_to_8(first, word.size()), hash)->count
             : find_middle(load8(first),
                           load_up_to_8(first + 8, word.size() - 8), hash)
                   ->count;
}

short_slot* front_table::insert_short(short_slot* slot, uint64_t key,
                                      uint32_t hash) {
  slot = short_.claim(slot, hash, hash_with(seed_));
  slot->key = key;
  return slot;
}

middle_slot* front_table::insert_middle(middle_slot* slot, uint64_t key,
                                        uint64_t rest, uint32_t hash) {
  slot = middle_.claim(slot, hash, hash_with(seed_));
  slot->key = key;
  slot->rest = rest;
  return slot;
}

} // namespace tally
