// Starts and ends an actor system as tally configures it, and does nothing with
// it: what is left of tally where there is hardly anything to count.

#include "messages/protocol.hpp"

#include <thread>

int main() {
  caf::actor_system_config config;
  tally::configure<caf::id_block::tally>(config,
                                         std::thread::hardware_concurrency());
  caf::actor_system sys{config};
}
