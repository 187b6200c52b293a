#include "app/terminal/session.hpp"

#include "app/diagnostics.hpp"
#include "app/report/display_width.hpp"
#include "app/terminal/line_meaning.hpp"
#include "app/terminal/visible_text.hpp"
#include "app/terminal/wrapped_text.hpp"

#include <limits>
#include <ostream>
#include <unistd.h>

namespace tally {

namespace {

// With more words than this only their number is told.
constexpr size_t few = 10;

} // namespace

std::string number_of_words(uint64_t n) {
  return std::to_string(n) + (n == 1 ? " word" : " words");
}

session::session(aggregator_handle& totals, line_source& lines,
                 std::ostream& out, const counting_rules& rules,
                 const report_options& opts, bool on_terminal)
  : totals_(totals),
    lines_(lines),
    out_(out),
    rules_(rules),
    opts_(opts),
    on_terminal_(on_terminal) {
  ending_.tokens = opts.tokens;
}

std::vector<std::string> session::words_in(std::string_view text) {
  std::vector<std::string> words;
  rules_.for_each_word(text, [&](auto word) { words.emplace_back(word); });
  return words;
}

void session::count(std::string_view text) {
  change done;
  auto words = next_words(text, done);
  count_each(words, std::move(done));
}

// Lines go on from one another, as those of a file do.
std::vector<std::string> session::next_words(std::string_view text,
                                             change& done) {
  std::vector<std::string> words;
  auto dropped = rules_.dropped();
  done.before = before_;
  rules_.for_each_word(
      text, [&](auto word) { words.emplace_back(word); }, before_);
  done.rejected = rules_.dropped() - dropped;
  done.moved_on = done.before != before_;
  if (words.empty() && done.moved_on && !before_.empty())
    say("No sequence of words ends there.");
  else if (words.empty() && !words_of(text).empty())
    say("Nothing there counts as a word.");
  return words;
}

void session::count_each(const std::vector<std::string>& words, change done) {
  for (auto& word : words) {
    auto n = totals_.add_word(word);
    if (n) {
      answer("Added", word, *n);
      done.added.push_back({word, 1});
    } else {
      fail("'" + word + "' was not counted. " + explain(n.error()));
    }
  }
  note(std::move(done));
}

// What is taken back was not read, as if it had never been typed.
void session::note(change done) {
  ending_.tokens.read += done.net_tokens();
  ending_.tokens.rejected += done.rejected;
  changes_.push(std::move(done));
}

void session::count_text(std::string_view text) {
  change done;
  auto words = next_words(text, done);
  if (words.size() <= 1)
    return count_each(words, std::move(done));
  done.added = counted(words);
  auto before = done.before;
  if (auto added = apply(std::move(done)); !added)
    before_ = std::move(before);
  else
    say("Added " + number_of_words(added->tokens) + ", "
        + std::to_string(added->distinct) + " of them different.");
}

std::optional<totals> session::add(word_counts counts) {
  change done;
  done.added = std::move(counts);
  return apply(std::move(done));
}

std::optional<totals> session::apply(change done) {
  if (auto merged = totals_.merge(done.added); !merged) {
    fail(explain(merged.error()) + " Nothing was added.");
    return std::nullopt;
  }
  tally::totals result{tokens_in(done.added), done.added.size()};
  note(std::move(done));
  return result;
}

void session::take(const std::string& word, uint64_t n) {
  auto before = checked(totals_.get_count(word));
  auto after = before ? checked(totals_.subtract(word, n)) : std::nullopt;
  if (!after)
    return;
  answer("Took back", word, *after);
  if (*after < *before)
    note({{}, {{word, *before - *after}}, {}});
}

void session::undo() {
  auto last = changes_.pop();
  if (!last)
    return say("There is nothing to undo.");
  if (last->added.empty() && last->taken.empty())
    say("The last line counted nothing.");
  take_back(last->added);
  put_back(last->taken);
  ending_.tokens.read -= last->net_tokens();
  ending_.tokens.rejected = ending_.tokens.rejected - last->rejected;
  if (last->moved_on)
    before_ = std::move(last->before);
}

void session::take_back(const word_counts& counts) {
  for (auto& [word, n] : counts) {
    auto left = checked(totals_.subtract(word, n));
    if (left && counts.size() <= few)
      answer("Took back", word, *left);
  }
  if (counts.size() > few)
    say("Took back " + number_of_words(tokens_in(counts)) + ".");
}

void session::put_back(const word_counts& counts) {
  for (auto& [word, n] : counts)
    if (checked(totals_.merge({{word, n}})))
      if (auto now = checked(totals_.get_count(word)))
        answer("Added", word, *now);
}

void session::reset() {
  if (auto forgotten = checked(totals_.reset()))
    say("Forgot " + number_of_words(forgotten->tokens) + ".");
  changes_.clear();
  ending_.tokens = {};
  before_.clear();
}

void session::print_top(uint64_t n) {
  auto opts = opts_;
  opts.tokens = ending_.tokens;
  opts.ranking.top = n;
  if (auto counts = checked(totals_.get_counts()))
    out_ << report(std::move(*counts), opts,
                   on_terminal_ ? screen_of(STDOUT_FILENO, opts.color)
                                : screen{});
}

report_options session::saved_as(format layout) const {
  report_options opts;
  opts.layout = layout;
  opts.rules = opts_.rules;
  opts.tokens = ending_.tokens;
  return opts;
}

void session::answer(std::string_view what, const std::string& word,
                     uint64_t count) {
  say(std::string{what} + " word: " + shown(word) + ',',
      "count is now " + std::to_string(count));
}

void session::say(std::string_view first, std::string_view second) {
  auto fits
      = !on_terminal_ || display_width(first) + 1 + second.size() <= width();
  out_ << first << (fits ? ' ' : '\n') << second << '\n';
}

void session::say(std::string_view text) {
  out_ << wrapped(text, width()) << '\n';
}

size_t session::width() const {
  return on_terminal_ ? lines_.width() : std::numeric_limits<size_t>::max();
}

void session::fail(std::string_view sentence) {
  out_.flush();
  complain(sentence);
  mark_incomplete();
}

bool session::confirm(const std::string& question) {
  auto reply = lines_.next(question + " Type yes or no: ");
  if (reply.what == entry::kind::signal)
    quit(reply.signal);
  return reply.what == entry::kind::line
         && words_of(reply.text) == std::vector<std::string>{"yes"};
}

std::string session::shown(std::string_view text) const {
  return on_terminal_ ? visible(text) : std::string{text};
}

void session::quit(int signal) {
  has_ended_ = true;
  ending_.signal = signal;
}

} // namespace tally
