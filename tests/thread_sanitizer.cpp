// Tells ThreadSanitizer what CAF 0.17 guarantees. The CAF of the distribution
// is not instrumented, so ThreadSanitizer sees messages and actors change
// threads without seeing the atomic operations that put this in order:
//  - what happened before a message was sent, happened before it is handled;
//  - an actor handles one message after the other;
//  - whoever drops the last reference to an actor, and so destroys it, does so
//    after all others dropped theirs.
// The functions below take the place of those of the library in which these
// atomic operations are, say so, and go on to the original. The actors' own
// code stays under full observation.

#include <caf/blocking_actor.hpp>
#include <caf/scheduled_actor.hpp>
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <utility>

namespace {

template <class Function>
Function* original(const char* symbol) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

namespace caf {

void scheduled_actor::enqueue(mailbox_element_ptr what, execution_unit* host) {
  static auto next
      = original<void(scheduled_actor*, mailbox_element_ptr, execution_unit*)>(
          "_ZN3caf15scheduled_actor7enqueueESt10unique_ptrINS_15mailbox_element"
          "ENS_6detail8disposerEEPNS_14execution_unitE");
  __tsan_release(this);
  next(this, std::move(what), host);
}

void blocking_actor::enqueue(mailbox_element_ptr what, execution_unit* host) {
  static auto next
      = original<void(blocking_actor*, mailbox_element_ptr, execution_unit*)>(
          "_ZN3caf14blocking_actor7enqueueESt10unique_ptrINS_15mailbox_element"
          "ENS_6detail8disposerEEPNS_14execution_unitE");
  __tsan_release(this);
  next(this, std::move(what), host);
}

scheduled_actor::activation_result
scheduled_actor::reactivate(mailbox_element& x) {
  static auto next
      = original<activation_result(scheduled_actor*, mailbox_element&)>(
          "_ZN3caf15scheduled_actor10reactivateERNS_15mailbox_elementE");
  __tsan_acquire(this);
  auto result = next(this, x);
  __tsan_release(this);
  return result;
}

resumable::resume_result scheduled_actor::resume(execution_unit* host,
                                                 size_t throughput) {
  static auto next
      = original<resume_result(scheduled_actor*, execution_unit*, size_t)>(
          "_ZN3caf15scheduled_actor6resumeEPNS_14execution_unitEm");
  __tsan_acquire(this);
  auto result = next(this, host, throughput);
  __tsan_release(this);
  return result;
}

intrusive::task_result
blocking_actor::mailbox_visitor::operator()(mailbox_element& x) {
  static auto next
      = original<intrusive::task_result(mailbox_visitor*, mailbox_element&)>(
          "_ZN3caf14blocking_actor15mailbox_visitorclERNS_15mailbox_elementE");
  __tsan_acquire(self);
  return next(this, x);
}

void intrusive_ptr_release(actor_control_block* x) {
  static auto next = original<void(actor_control_block*)>(
      "_ZN3caf21intrusive_ptr_releaseEPNS_19actor_control_blockE");
  __tsan_release(x);
  __tsan_acquire(x);
  next(x);
}

void intrusive_ptr_release_weak(actor_control_block* x) {
  static auto next = original<void(actor_control_block*)>(
      "_ZN3caf26intrusive_ptr_release_weakEPNS_19actor_control_blockE");
  __tsan_release(x);
  __tsan_acquire(x);
  next(x);
}

} // namespace caf
