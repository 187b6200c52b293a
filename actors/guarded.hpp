#pragma once

#include "messages/fault.hpp"
#include "messages/protocol.hpp"

#include <exception>
#include <new>
#include <stdexcept>
#include <utility>

namespace tally {

namespace detail {

template <class T>
struct guarded_result {
  using type = caf::result<T>;
};

template <class T>
struct guarded_result<caf::expected<T>> {
  using type = caf::result<T>;
};

template <class T>
struct guarded_result<caf::typed_response_promise<T>> {
  using type = caf::result<T>;
};

} // namespace detail

/// Returns the fault that an exception stands for, one that tables throw. To be
/// called while that is handled; throws all others again.
inline caf::error caught_fault() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return caf::error{fault::out_of_memory};
  } catch (const std::length_error&) {
    return caf::error{fault::word_too_long};
  }
}

/// Has an exception that leaves a handler of `self` end the program, with
/// `std::terminate`. As handlers are `guarded`, it is CAF that had no memory
/// for a message. An actor that ended alone would never answer what it was
/// asked.
template <class Self>
void end_program_on_exception(Self self) {
  self->set_exception_handler(
      [](std::exception_ptr&) -> caf::error { std::terminate(); });
}

/// Runs the body of a message handler and answers a fault where it throws what
/// tables throw: an exception that left a handler would end the actor and all
/// it holds.
template <class F>
auto guarded(F f) -> typename detail::guarded_result<decltype(f())>::type {
  try {
    return f();
  } catch (...) {
    return caught_fault();
  }
}

/// Does the same for an answer that was promised.
template <class Promise, class F>
void deliver_guarded(Promise& promise, F& f) {
  try {
    promise.deliver(f());
  } catch (...) {
    promise.deliver(caught_fault());
  }
}

} // namespace tally
