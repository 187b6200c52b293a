#include "actors/aggregator_handle.hpp"

#include "actors/aggregator.hpp"

#include <utility>

namespace tally {

aggregator_handle::aggregator_handle(caf::actor_system& sys)
  : aggregator_handle(sys, sys.spawn(aggregator)) {
  // nop
}

aggregator_handle::aggregator_handle(caf::actor_system& sys,
                                     aggregator_actor aggregator,
                                     caf::timespan timeout)
  : sys_(&sys),
    aggregator_(std::move(aggregator)),
    timeout_(timeout),
    self_(std::in_place, sys) {
  // nop
}

aggregator_handle::aggregator_handle(const aggregator_handle& other)
  : aggregator_handle(*other.sys_, other.aggregator_, other.timeout_) {
  // nop
}

// A timeout of CAF's own would wake its clock up for each request, which takes
// as long as the request itself.
template <class Result, class... Args>
caf::expected<Result> aggregator_handle::request(Args... args) {
  auto response = ask(*self_, aggregator_, caf::infinite, std::move(args)...);
  if (!wait_for_response()) {
    // An answer that is late must not be taken for that to the next request.
    self_.emplace(*sys_);
    return caf::error{caf::sec::request_timeout};
  }
  caf::expected<Result> result{caf::error{}};
  std::move(response).receive(
      [&](Result& answer) { result = std::move(answer); },
      [&](caf::error& err) { result = std::move(err); });
  return result;
}

bool aggregator_handle::wait_for_response() {
  auto now = std::chrono::high_resolution_clock::now();
  return (*self_)->await_data(now + timeout_);
}

caf::expected<uint64_t> aggregator_handle::add_word(std::string word) {
  return request<uint64_t>(add_word_atom_v, std::move(word));
}

caf::expected<uint64_t> aggregator_handle::subtract(std::string word,
                                                    uint64_t n) {
  return request<uint64_t>(subtract_atom_v, std::move(word), n);
}

caf::expected<word_counts> aggregator_handle::get_counts() {
  return request<word_counts>(get_counts_atom_v);
}

caf::expected<uint64_t> aggregator_handle::get_count(std::string word) {
  return request<uint64_t>(get_count_atom_v, std::move(word));
}

caf::expected<word_counts> aggregator_handle::get_top(uint64_t n) {
  return request<word_counts>(get_top_atom_v, n);
}

caf::expected<word_counts> aggregator_handle::complete(std::string prefix,
                                                       uint64_t n) {
  return request<word_counts>(complete_atom_v, std::move(prefix), n);
}

caf::expected<totals> aggregator_handle::get_stats() {
  return request<totals>(get_stats_atom_v);
}

caf::expected<uint64_t> aggregator_handle::audit() {
  return request<uint64_t>(audit_atom_v);
}

caf::expected<totals> aggregator_handle::merge(word_counts partial) {
  return request<totals>(merge_atom_v, std::move(partial));
}

caf::expected<totals> aggregator_handle::merge(word_table_ptr partial) {
  return request<totals>(merge_atom_v, std::move(partial));
}

caf::expected<word_table_ptr> aggregator_handle::take() {
  return request<word_table_ptr>(take_atom_v);
}

caf::expected<totals> aggregator_handle::reset() {
  return request<totals>(reset_atom_v);
}

} // namespace tally
