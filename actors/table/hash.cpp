#include "actors/table/hash.hpp"

#include <random>

namespace tally {

namespace {

// Multipliers are odd, so that no bit of the key is lost.
template <class Generator>
hash_seed draw_seed(Generator& next) {
  return {next(), next() | 1, next() | 1};
}

} // namespace

const hash_seed& process_seed() {
  static const auto seed = [] {
    std::random_device device;
    std::uniform_int_distribution<uint64_t> number;
    auto next = [&] { return number(device); };
    return draw_seed(next);
  }();
  return seed;
}

hash_seed fixed_seed(uint64_t number) {
  std::mt19937_64 next{number};
  return draw_seed(next);
}

} // namespace tally
