// Open addressing with linear probing, in the order of the hashes: the slots
// are sorted by hash but for small detours, and growing or merging runs
// through memory from front to back, giving back the consumed part of the old
// slots on the way. Half of the slots or more stay empty while counting, a
// third after merging. Should an entry still end up far from home, the table
// grows early: hashes that crowd must not turn into long walks. Processors
// expect a search to end where it starts, and are wrong at the cost of a dozen
// instructions; so words that are counted often may take the places of others.

#pragma once

#include "actors/table/memory_area.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tally {

/// Slots of type `Slot`, which is empty when all its bytes are zero and has a
/// member function `bool empty() const` and a `count`. `Home` tells where
/// searches start.
template <class Slot, class Home>
class slot_table {
public:
  using hash_type = typename Home::hash_type;

  /// Searches a table until it grows, knowing where the slots are. A loop can
  /// keep that in registers, as a copy that no write to a slot can change.
  class finder {
  public:
    finder(Slot* slots, size_t capacity) noexcept
      : slots_{slots}, end_{slots + capacity}, home_{capacity} {
    }

    friend bool operator==(const finder&, const finder&) = default;

    /// Returns the first slot of the table.
    Slot* first() const noexcept {
      return slots_;
    }

    /// Returns what tells where in the table searches start.
    const Home& home() const noexcept {
      return home_;
    }

    /// Returns where the search for `hash` starts.
    Slot* home(hash_type hash) const noexcept {
      return slots_ + home_.of(hash);
    }

    /// Returns the slot searched last, or first, after `slot`.
    Slot* next(Slot* slot) const noexcept {
      return ++slot == end_ ? slots_ : slot;
    }

    /// Returns the first slot for `hash` that satisfies `matches` or is empty.
    /// `matches` must be false for empty slots.
    template <class Matches>
    [[gnu::always_inline]] Slot* find(hash_type hash, Matches matches) const {
      auto slot = home(hash);
      while (!matches(*slot) && !slot->empty())
        slot = next(slot);
      return slot;
    }

    /// Has the entry in `slot`, found by a search for `hash`, change places
    /// with the one where that search started, if that has been counted less
    /// often. Returns where the entry is now.
    [[gnu::always_inline]] Slot* bring_home(Slot* slot,
                                            hash_type hash) const noexcept {
      auto start = home(hash);
      if (slot->count <= start->count)
        return slot;
      std::swap(*slot, *start);
      return start;
    }

  private:
    Slot* slots_;
    Slot* end_;
    Home home_;
  };

  slot_table() = default;

  slot_table(slot_table&& other) noexcept {
    *this = std::move(other);
  }

  slot_table& operator=(slot_table&& other) noexcept {
    std::swap(memory_, other.memory_);
    std::swap(slots_, other.slots_);
    std::swap(capacity_, other.capacity_);
    std::swap(size_, other.size_);
    return *this;
  }

  /// Returns the number of entries.
  size_t size() const noexcept {
    return size_;
  }

  /// Returns the memory taken, in bytes.
  size_t bytes() const noexcept {
    return memory_.size();
  }

  /// Returns what searches this table until it grows.
  finder search() const noexcept {
    return {slots_, capacity_};
  }

  /// Returns where the search for `hash` starts.
  Slot* home(hash_type hash) const noexcept {
    return search().home(hash);
  }

  /// Returns the first slot for `hash` that satisfies `matches` or is empty.
  /// `matches` must be false for empty slots.
  template <class Matches>
  Slot* find(hash_type hash, Matches matches) const {
    return search().find(hash, matches);
  }

  /// Returns how many slots a search from the home of `hash` to `slot` passes.
  size_t walk(hash_type hash, const Slot* slot) const noexcept {
    return distance(home(hash), slot);
  }

  /// Counts `empty`, the result of `find`, as an entry for `hash`. The caller
  /// fills it. May grow, so returns the slot to fill; `hash_of(slot)` tells
  /// the hash of an entry. Throws `std::bad_alloc` before any change.
  template <class HashOf>
  Slot* claim(Slot* empty, hash_type hash, HashOf hash_of) {
    if (is_crowded(empty, hash)) {
      grow(std::max(capacity_ * 2, min_capacity), hash_of);
      empty = find_empty(hash);
    }
    return claim_reserved(empty);
  }

  /// Like `claim`, after `reserve`: neither grows nor throws.
  Slot* claim_reserved(Slot* empty) noexcept {
    ++size_;
    return empty;
  }

  /// Makes room for `n` entries in all, which may fill two thirds of the
  /// slots. Grows by at least half, so that merging many tables one by one
  /// takes no longer than counting. Throws `std::bad_alloc` before any change.
  template <class HashOf>
  void reserve(size_t n, HashOf hash_of) {
    if (n + n / 2 >= capacity_)
      grow(std::max({n + n / 2 + 1, capacity_ + capacity_ / 2, min_capacity}),
           hash_of);
  }

  /// Removes the entry at `hole`, a result of `find`: entries that were kept
  /// from their homes move closer. `hash_of(slot)` tells the hash of an entry.
  template <class HashOf>
  void erase(Slot* hole, HashOf hash_of) {
    auto slots = search();
    for (auto i = slots.next(hole); !i->empty(); i = slots.next(i))
      if (distance(home(hash_of(*i)), i) >= distance(hole, i))
        *std::exchange(hole, i) = *i;
    *hole = Slot{};
    --size_;
  }

  /// Calls `f(slot)` for each entry in the order of the hashes.
  template <class F>
  void for_each(F f) const {
    for (auto i = slots_, last = slots_ + capacity_; i != last; ++i)
      if (!i->empty())
        f(*i);
  }

  /// Like `for_each`, but leaves the table empty, its memory given back piece
  /// by piece while `f` is at work.
  template <class F>
  void consume(F f) {
    auto old = std::move(*this);
    auto i = old.slots_;
    for (auto last = old.slots_ + old.capacity_; i != last;) {
      auto stop = std::min<size_t>(last - i, slots_per_piece);
      for (auto piece_end = i + stop; i != piece_end; ++i)
        if (!i->empty())
          f(*i);
      old.memory_.discard_front((i - old.slots_) * sizeof(Slot));
    }
  }

private:
  static constexpr size_t min_capacity = 64;
  static constexpr size_t slots_per_piece = (size_t{4} << 20) / sizeof(Slot);
  static constexpr size_t far = 128;

  // What an empty table searches; never written. A search may start at either.
  inline static Slot nothing_[2]{};

  explicit slot_table(size_t capacity)
    : memory_{memory_area::zeroed(capacity * sizeof(Slot), Home::mapped_from)},
      slots_{reinterpret_cast<Slot*>(memory_.data())},
      capacity_{Home::usable(memory_.size() / sizeof(Slot))} {
  }

  bool is_crowded(Slot* slot, hash_type hash) const noexcept {
    return (size_ + 1) * Home::slots_per_entry > capacity_
           || (walk(hash, slot) > far && size_ * 16 > capacity_);
  }

  // How many steps of `next` lead from one slot to the other.
  size_t distance(const Slot* from, const Slot* to) const noexcept {
    return to - from + (to < from ? capacity_ : 0);
  }

  Slot* find_empty(hash_type hash) const noexcept {
    return find(hash, [](const Slot&) { return false; });
  }

  template <class HashOf>
  void grow(size_t capacity, HashOf hash_of) {
    slot_table grown{capacity};
    grown.size_ = size_;
    consume([&](const Slot& x) { *grown.find_empty(hash_of(x)) = x; });
    *this = std::move(grown);
  }

  memory_area memory_;
  Slot* slots_ = nothing_;
  size_t capacity_ = 1;
  size_t size_ = 0;
};

} // namespace tally
