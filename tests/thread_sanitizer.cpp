// Tells ThreadSanitizer what CAF's mailboxes guarantee: whatever happened
// before a message was sent, happened before it is handled. The CAF of the
// distribution is not instrumented, so that ThreadSanitizer sees messages
// change threads without seeing what orders that, the lock-free queue of the
// mailbox. The functions below take the place of those of the library through
// which every message enters and leaves a mailbox, say so, and go on to the
// original. The actors' own code stays under full observation.

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
  return next(this, x);
}

intrusive::task_result
blocking_actor::mailbox_visitor::operator()(mailbox_element& x) {
  static auto next
    = original<intrusive::task_result(mailbox_visitor*, mailbox_element&)>(
      "_ZN3caf14blocking_actor15mailbox_visitorclERNS_15mailbox_elementE");
  __tsan_acquire(self);
  return next(this, x);
}

} // namespace caf
