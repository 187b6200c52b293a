// Fuzzing: a text taken in blocks, cut anywhere, must count as the whole does
// when counted byte by byte. The first two bytes of the input choose the size
// of the blocks and the instruction set.

#include "tests/count_in_blocks.hpp"
#include "tests/word_oracle.hpp"

#include <cstdlib>

using namespace tally;
using namespace tally::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2)
    return 0;
  std::string_view text{reinterpret_cast<const char*>(data + 2), size - 2};
  auto sets = available_instruction_sets();
  word_table table;
  count_in_blocks(text, 8 + data[0] * size_t{8}, table,
                  sets[data[1] % sets.size()]);
  auto expected = count_naively(text);
  if (contents(table) != expected || table.distinct() != expected.size())
    std::abort();
  return 0;
}
