#include "actors/table/front_table.hpp"

#include <algorithm>

namespace tally {

namespace {

struct hash_with {
  hash_seed seed;

  uint64_t operator()(const short_slot& x) const {
    return quick_hash(x.key, seed);
  }

  uint64_t operator()(const middle_slot& x) const {
    return quick_hash(x.key, x.rest, seed);
  }
};

uint64_t key_of(std::string_view word) {
  return load_up_to_8(word.data(), std::min<size_t>(word.size(), 8));
}

uint64_t rest_of(std::string_view word) {
  return load_up_to_8(word.data() + 8, word.size() - 8);
}

} // namespace

uint64_t front_table::add(std::string_view word, uint64_t n) {
  adder to{*this};
  return is_short(word) ? to.add_short(key_of(word), n)
                        : to.add_middle(key_of(word), rest_of(word), n);
}

uint64_t front_table::subtract(std::string_view word, uint64_t n) {
  return is_short(word) ? subtract(short_, find_short(word), n)
                        : subtract(middle_, find_middle(word), n);
}

template <class Slot>
uint64_t front_table::subtract(slot_table<Slot, home_by_top_bits>& slots,
                               Slot* slot, uint64_t n) {
  if (slot->count > n)
    return slot->count -= n;
  if (!slot->empty())
    slots.erase(slot, hash_with{seed_});
  return 0;
}

uint64_t front_table::count(std::string_view word) const {
  return is_short(word) ? find_short(word)->count : find_middle(word)->count;
}

short_slot* front_table::find_short(std::string_view word) const {
  auto key = key_of(word);
  return short_.find(quick_hash(key, seed_),
                     [=](auto& x) { return x.key == key; });
}

middle_slot* front_table::find_middle(std::string_view word) const {
  auto key = key_of(word);
  auto rest = rest_of(word);
  return middle_.find(quick_hash(key, rest, seed_),
                      [=](auto& x) { return x.key == key && x.rest == rest; });
}

short_slot* front_table::insert_short(short_slot* slot, uint64_t key,
                                      uint64_t hash) {
  auto walk = short_.walk(hash, slot);
  slot = short_.claim(slot, hash, hash_with{seed_});
  slot->key = key;
  note_walk(walk);
  return slot;
}

middle_slot* front_table::insert_middle(middle_slot* slot, uint64_t key,
                                        uint64_t rest, uint64_t hash) {
  auto walk = middle_.walk(hash, slot);
  slot = middle_.claim(slot, hash, hash_with{seed_});
  slot->key = key;
  slot->rest = rest;
  note_walk(walk);
  return slot;
}

// Short walks make up for long ones.
void front_table::note_walk(size_t walk) noexcept {
  excess_walk_ += walk;
  excess_walk_ -= std::min(excess_walk_, usual_walk);
}

} // namespace tally
