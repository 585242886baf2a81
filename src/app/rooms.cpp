#include "app/rooms.hpp"

#include "files/files.hpp"
#include "journal/journal.hpp"
#include "units/units.hpp"

namespace giaoban::app {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  auto add = [&](std::vector<db::Migration> steps) { all.insert(all.end(), steps.begin(), steps.end()); };
  add(journal::migrations());
  add(units::migrations());
  add(access::migrations());
  add(files::migrations());
  return all;
}

void declare_rooms(Catalogue& catalogue, Memory& memory) {
  units::declare(catalogue);
  access::declare(catalogue, memory.sessions);
  files::declare(catalogue);
}

void load_memory(db::Transaction& tx, Memory& memory) { memory.sessions.load(tx); }

}  // namespace giaoban::app
