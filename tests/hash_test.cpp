#include "actors/table/hash.hpp"

#include "actors/table/slot_table.hpp"
#include "actors/table/word_shard.hpp"
#include "actors/table/word_table.hpp"
#include "tests/catch.hpp"

#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace tally;

namespace {

using keys = std::vector<std::string>;

// Returns how many slots are looked at per word, on average, in a half full
// table. For random hashes that is one and a half.
double mean_walk(const keys& words, const hash_seed& seed) {
  std::vector<bool> taken(words.size() * 2);
  size_t steps = 0;
  for (auto& word : words) {
    auto slot = uint64_t{hash_word(word, seed)} * taken.size() >> 32;
    for (; taken[slot]; slot = (slot + 1) % taken.size())
      ++steps;
    taken[slot] = true;
  }
  return 1 + static_cast<double>(steps) / static_cast<double>(words.size());
}

std::string bytes_of(uint64_t x, size_t size = 8) {
  std::string result(size, '\x01');
  std::memcpy(result.data(), &x, std::min<size_t>(size, 8));
  return result;
}

keys make_keys(const std::function<std::string(uint64_t)>& word) {
  keys result;
  for (uint64_t i = 0; i < 4096; ++i)
    result.push_back(word(i));
  return result;
}

// Returns sets of keys that differ in few places, and in a regular way.
std::vector<keys> keys_with_structure() {
  std::vector<keys> sets;
  for (unsigned shift = 0; shift <= 52; shift += 4)
    sets.push_back(make_keys([=](uint64_t i) { return bytes_of(i << shift); }));
  for (uint64_t step : {3ull, 257ull, 65537ull, 0x100000001ull})
    sets.push_back(make_keys([=](uint64_t i) { return bytes_of(i * step); }));
  for (size_t size : {9, 12, 16, 17, 24, 33, 48})
    for (size_t at : {size_t{0}, size / 2, size - 2})
      sets.push_back(make_keys([=](uint64_t i) {
        std::string word(size, 'a');
        word[at] = static_cast<char>(i);
        word[at + 1] = static_cast<char>(i >> 8);
        return word;
      }));
  sets.push_back(make_keys([](uint64_t i) { return std::to_string(i); }));
  return sets;
}

// Returns keys that all lie at the start of a table with `seed`.
keys crafted_against(const hash_seed& seed) {
  keys result;
  std::mt19937_64 random{1};
  while (result.size() < 4096) {
    auto key = random();
    if (hash_key(key, seed) >> 24 == 0)
      result.push_back(bytes_of(key));
  }
  return result;
}

} // namespace

TEST_CASE("the hash of a word does not depend on how it is read", "[hash]") {
  auto seed = fixed_seed(1);
  std::string text = "abcdefghijklmnop";
  for (size_t size = 1; size <= 8; ++size)
    CHECK(hash_word({text.data(), size}, seed)
          == hash_key(load_up_to_8(text.data(), size), seed));
  for (size_t size = 9; size <= 16; ++size)
    CHECK(hash_word({text.data(), size}, seed)
          == hash_key(load8(text.data()),
                      load_up_to_8(text.data() + 8, size - 8), seed));
}

TEST_CASE("every byte of a word changes its hash", "[hash]") {
  auto seed = fixed_seed(1);
  for (size_t size = 1; size <= 100; ++size) {
    std::string word(size, 'a');
    auto hash = hash_word(word, seed);
    CHECK(hash_word(word + "a", seed) != hash);
    for (auto& x : word) {
      x = 'b';
      CHECK(hash_word(word, seed) != hash);
      x = 'a';
    }
  }
}

TEST_CASE("the seed of the process does not change", "[hash]") {
  CHECK(process_seed() == process_seed());
  CHECK(fixed_seed(1) == fixed_seed(1));
  CHECK_FALSE(fixed_seed(1) == fixed_seed(2));
}

TEST_CASE("keys with structure spread like random ones under any seed",
          "[hash]") {
  auto sets = keys_with_structure();
  for (uint64_t seed = 0; seed < 100; ++seed)
    for (size_t i = 0; i < sets.size(); ++i)
      if (mean_walk(sets[i], fixed_seed(seed)) > 2)
        FAIL("seed " << seed << ", key set " << i);
}

TEST_CASE("words crafted against one seed do no harm under others", "[hash]") {
  auto crafted = crafted_against(fixed_seed(0));
  CHECK(mean_walk(crafted, fixed_seed(0)) > 100);
  for (uint64_t seed = 1; seed <= 200; ++seed)
    if (mean_walk(crafted, fixed_seed(seed)) > 2)
      FAIL("seed " << seed);
}

TEST_CASE("few seeds let keys with structure crowd a front table", "[hash]") {
  for (auto& words : keys_with_structure()) {
    int crowded = 0;
    for (uint64_t seed = 0; seed < 100; ++seed) {
      front_table table{fixed_seed(seed)};
      for (auto word : words) {
        word.resize(word.find_last_not_of('\0') + 1);
        if (!word.empty() && table.accepts(word))
          table.add(word, 1);
      }
      crowded += table.is_crowded();
    }
    CHECK(crowded < 25);
  }
}

TEST_CASE("words that crowd the front table move on", "[hash]") {
  auto seed = fixed_seed(0);
  keys crafted;
  std::mt19937_64 random{1};
  while (crafted.size() < 4096) {
    auto key = random();
    if (quick_hash(key, seed) >> 54 == 0 && key >> 56 != 0)
      crafted.push_back(bytes_of(key));
  }
  word_table table{seed};
  size_t added = 0;
  for (; added < crafted.size() && table.stays_small(); ++added)
    table.add(crafted[added]);
  CHECK(added < 1000);
  for (; added < crafted.size(); ++added)
    table.add(crafted[added]);
  for (auto& word : crafted)
    CHECK(table.count(word) == 1);
}

TEST_CASE("a crowded table grows early", "[hash]") {
  auto seed = fixed_seed(0);
  auto words = crafted_against(seed);
  word_shard shard{seed};
  for (auto& word : words)
    shard.add(word, hash_word(word, seed), 1);
  word_shard roomy{fixed_seed(1)};
  for (auto& word : words)
    roomy.add(word, hash_word(word, fixed_seed(1)) >> 4, 1);
  CHECK(shard.distinct() == words.size());
  CHECK(shard.slot_bytes() > roomy.slot_bytes());
  for (auto& word : words)
    CHECK(shard.count(word, hash_word(word, seed)) == 1);
}
