// The only file that knows which CAF it is compiled against. CAF 0.17 and
// CAF 1.x differ in how they spell interfaces, inspection, state, requests and
// configuration; the rest of tally uses the names below and works with both.

#pragma once

#include <caf/actor_system.hpp>
#include <caf/actor_system_config.hpp>
#include <caf/event_based_actor.hpp>
#include <caf/expected.hpp>
#include <caf/scoped_actor.hpp>
#include <caf/stateful_actor.hpp>
#include <caf/type_id.hpp>
#include <caf/typed_actor.hpp>
#include <caf/typed_event_based_actor.hpp>

#if CAF_VERSION >= 10000
#  include <caf/init_global_meta_objects.hpp>
#endif

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace tally {

/// A member and the name it has in serialized form.
template <class T>
struct field {
  const char* name;
  T& value;
};

template <class T>
field(const char*, T&) -> field<T>;

/// Returns the version of the CAF in use.
inline std::string caf_version() {
  return std::to_string(CAF_MAJOR_VERSION) + '.'
         + std::to_string(CAF_MINOR_VERSION) + '.'
         + std::to_string(CAF_PATCH_VERSION);
}

#if CAF_VERSION < 10000

namespace detail {

template <class Signature>
struct handler;

template <class Result, class... Args>
struct handler<Result(Args...)> {
  using type = typename caf::replies_to<Args...>::template with<Result>;
};

} // namespace detail

/// A typed actor that handles exactly the given `Result(Args...)` messages.
template <class... Signatures>
using actor_interface
    = caf::typed_actor<typename detail::handler<Signatures>::type...>;

/// Applies an inspector to the fields of an object.
template <class Inspector, class T, class... Fields>
auto inspect_fields(Inspector& f, T&, field<Fields>... fields) {
  return f(fields.value...);
}

/// Returns the state of a stateful actor.
template <class Self>
auto& state_of(Self self) {
  return self->state;
}

/// Sends a request; the result is a response handle to `std::move` and use.
template <class Self, class Actor, class Timeout, class... Args>
auto ask(Self&& self, const Actor& to, Timeout timeout, Args&&... args) {
  return self->request(to, timeout, std::forward<Args>(args)...);
}

#  define TALLY_ADD_ATOM(name, text) CAF_ADD_ATOM(tally, tally, name, text)

#  define TALLY_ERROR_CODE_ENUM(type) CAF_ERROR_CODE_ENUM(type, "tally")

/// Makes CAF run on `threads` scheduler threads with the given message types.
/// The `sharing` policy answers a single request four times as fast as CAF's
/// default, work stealing, and costs nothing while the program waits.
template <class IdBlock>
void configure(caf::actor_system_config& config, std::size_t threads) {
  config.add_message_types<IdBlock>();
  config.set("scheduler.policy", caf::atom("sharing"));
  config.set("scheduler.max-threads", threads);
}

#else // CAF 1.x

template <class Signature>
struct as_result;

template <class Result, class... Args>
struct as_result<Result(Args...)> {
  using type = caf::result<Result>(Args...);
};

template <class... Signatures>
using actor_interface
    = caf::typed_actor<typename as_result<Signatures>::type...>;

template <class Inspector, class T, class... Fields>
auto inspect_fields(Inspector& f, T& x, field<Fields>... fields) {
  return f.object(x).fields(f.field(fields.name, fields.value)...);
}

/// Inspects an enumeration as its number, which CAF 0.17 does by itself.
template <class Inspector, class Enum>
  requires(std::is_enum_v<Enum> && !caf::is_error_code_enum_v<Enum>)
bool inspect(Inspector& f, Enum& x) {
  using number = std::underlying_type_t<Enum>;
  return f.apply([&x] { return static_cast<number>(x); },
                 [&x](number n) {
                   x = static_cast<Enum>(n);
                   return true;
                 });
}

template <class Self>
auto& state_of(Self self) {
  return self->state();
}

template <class Self, class Actor, class Timeout, class... Args>
auto ask(Self&& self, const Actor& to, Timeout timeout, Args&&... args) {
  return self->mail(std::forward<Args>(args)...).request(to, timeout);
}

#  define TALLY_ADD_ATOM(name, text) CAF_ADD_ATOM(tally, tally, name)

#  define TALLY_ERROR_CODE_ENUM(type) CAF_ERROR_CODE_ENUM(type)

template <class IdBlock>
void configure(caf::actor_system_config& config, std::size_t threads) {
  caf::init_global_meta_objects<IdBlock>();
  config.set("caf.scheduler.policy", "sharing");
  config.set("caf.scheduler.max-threads", threads);
}

#endif

} // namespace tally
