// Fuzzing: a text taken in blocks, cut anywhere, must count as the whole does
// when counted byte by byte. The first two bytes of the input choose the size
// of the blocks and the instruction set.

#include "actors/table/count_words.hpp"
#include "actors/text/tokenizer.hpp"
#include "tests/padded.hpp"
#include "tests/word_oracle.hpp"

#include <cstdlib>

using namespace tally;
using namespace tally::test;

namespace {

word_table count_in_blocks(std::string_view text, size_t size,
                           instruction_set which) {
  word_table table;
  std::string rest;
  while (!text.empty()) {
    rest += text.substr(0, size);
    text.remove_prefix(std::min(size, text.size()));
    auto cut = text.empty() ? rest.size() : cut_point(rest);
    count_words(padded{rest.substr(0, cut)}.text(), table, which);
    rest.erase(0, cut);
  }
  return table;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2)
    return 0;
  std::string_view text{reinterpret_cast<const char*>(data + 2), size - 2};
  auto sets = available_instruction_sets();
  auto table
      = count_in_blocks(text, 8 + data[0] * size_t{8}, sets[data[1] % sets.size()]);
  auto expected = count_naively(text);
  if (contents(table) != expected || table.distinct() != expected.size())
    std::abort();
  return 0;
}
