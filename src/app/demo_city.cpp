#include "app/demo_city.hpp"

#include "app/demo_body.hpp"
#include "base/installation.hpp"

namespace giaoban::app {

void load_demo_city(Program& program) {
  bool empty = true;
  program.database->read([&](db::Transaction& tx) { empty = units::all(tx).empty(); });
  if (!empty) return;
  auto folder = installation() / "demo" / "mong-cai";
  program.database->write([&](db::Transaction& tx) {
    load_body(tx, folder);
    return true;
  });
  program.clock.set(Instant::local(Date::of(2021, 4, 28), 8));
}

}  // namespace giaoban::app
