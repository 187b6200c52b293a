#include "app/saved/merge_saved.hpp"

#include "actors/table/word_table.hpp"
#include "app/diagnostics.hpp"
#include "app/saved/saved_counts.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>

namespace tally {

namespace {

// The counts of files, as they come in.
class merging {
public:
  explicit merging(aggregator_handle& to) : to_(to) {
    // nop
  }

  void add(const std::string& file) {
    if (file == "-")
      return read(std::cin, "standard input");
    std::ifstream text{file, std::ios::binary};
    if (text.is_open())
      read(text, file);
    if (!text.is_open() || text.bad())
      fail("cannot read '" + file + "': " + system_reason(errno)
           + ". Check its name and who may read it.");
  }

  const merge_result& result() const {
    return result_;
  }

private:
  void read(std::istream& text, const std::string& name) {
    auto table = std::make_shared<word_table>();
    try {
      auto room = std::numeric_limits<uint64_t>::max() - result_.tokens;
      auto rules = read_counts(text, [&](std::string_view word, uint64_t n) {
        if (n > room - table->tokens())
          throw std::overflow_error{name};
        table->add(word, n);
      });
      if (!rules || agree(*rules, name))
        hand_over(std::move(table));
    } catch (const damaged_counts& error) {
      fail(explain(error, name) + " Nothing of it was added.");
    } catch (const std::overflow_error&) {
      fail("the counts of '" + name
           + "' do not fit: no more than 18446744073709551615 words can be "
             "counted. Nothing of it was added.");
    }
  }

  void hand_over(word_table_ptr table) {
    auto all = to_.merge(std::move(table));
    if (all)
      result_.tokens = all->tokens;
    else
      fail(tally::explain(all.error()) + " The counts are not complete.");
  }

  bool agree(const rule_list& rules, const std::string& name) {
    if (!result_.rules) {
      result_.rules = rules;
      told_by_ = name;
    }
    if (*result_.rules == rules)
      return true;
    result_.is_refused = true;
    fail("'" + told_by_ + "' and '" + name
         + "' were counted by different rules, so their counts cannot be added "
           "up. Count again with the same options.");
    return false;
  }

  void fail(const std::string& sentence) {
    complain(sentence);
    result_.complete = false;
  }

  aggregator_handle& to_;
  merge_result result_;
  std::string told_by_; // the file that told the rules first
};

} // namespace

merge_result merge_saved(aggregator_handle& to,
                         const std::vector<std::string>& files) {
  merging all{to};
  for (auto& file : files) {
    all.add(file);
    if (all.result().is_refused)
      break;
  }
  return all.result();
}

} // namespace tally
