#include "app/feeder.hpp"

#include "actors/guarded.hpp"

#include <new>
#include <utility>

namespace tally {

namespace {

using feeder_pointer = feeder_actor::stateful_pointer<feeder_state>;

void finish_if_done(feeder_pointer self) {
  auto& state = state_of(self);
  if (state.in_flight > 0)
    return;
  if (state.failure)
    state.promise.deliver(state.failure);
  else
    state.promise.deliver(state.source->totals());
  self->quit();
}

template <class Step>
void attempt(feeder_pointer self, Step step) {
  try {
    step();
  } catch (const std::bad_alloc&) {
    state_of(self).failure = caf::error{fault::out_of_memory};
  }
}

// Does what is to be done after an answer.
template <class Step>
void go_on(feeder_pointer self, Step step) {
  --state_of(self).in_flight;
  attempt(self, step);
  finish_if_done(self);
}

// Calls `then` with the same `Text` once it is counted.
template <class Text, class Then>
void send(feeder_pointer self, const counter_actor& to, Text text, Then then) {
  ask(self, to, caf::infinite, count_atom_v, std::move(text))
      .then(then, [self](caf::error& err) {
        go_on(self, [&] { state_of(self).failure = std::move(err); });
      });
  ++state_of(self).in_flight;
}

void send_next(feeder_pointer self, const counter_actor& to, text_block block) {
  auto& state = state_of(self);
  if (state.failure)
    return;
  if (auto part = state.source->next_part()) {
    state.sent_part = true;
    send(self, to, text_source_ptr{part}, [=](text_source_ptr&) {
      go_on(self, [&] {
        state_of(self).source->settle(*part);
        send_next(self, to, {});
      });
    });
  } else if (state.source->next(block)) {
    send(self, to, std::move(block), [=](text_block& counted) {
      go_on(self, [&] { send_next(self, to, std::move(counted)); });
    });
  }
}

void start(feeder_pointer self) {
  auto& state = state_of(self);
  for (size_t i = 0; i < state.credit(); ++i)
    for (auto& to : state.counters)
      attempt(self, [&] { send_next(self, to, {}); });
  finish_if_done(self);
}

} // namespace

feeder_actor::behavior_type feeder(feeder_pointer self,
                                   std::unique_ptr<block_source> source,
                                   std::vector<counter_actor> counters) {
  end_program_on_exception(self);
  auto& state = state_of(self);
  state.source = std::move(source);
  state.counters = std::move(counters);
  return {
      [self](run_atom) {
        auto promise = self->make_response_promise<input_totals>();
        state_of(self).promise = promise;
        start(self);
        return promise;
      },
  };
}

} // namespace tally
