#include "app/rooms.hpp"

#include "access/demo.hpp"
#include "conclusions/conclusions.hpp"
#include "directives/directives.hpp"
#include "files/files.hpp"
#include "home/home.hpp"
#include "journal/journal.hpp"
#include "numbering/numbering.hpp"
#include "press/press.hpp"
#include "report/report.hpp"
#include "session/session.hpp"
#include "units/units.hpp"

namespace giaoban::app {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  auto add = [&](std::vector<db::Migration> steps) { all.insert(all.end(), steps.begin(), steps.end()); };
  add(journal::migrations());
  add(units::migrations());
  add(access::migrations());
  add(files::migrations());
  add(numbering::migrations());
  add(figures::migrations());
  add(report::migrations());
  add(session::migrations());
  add(directives::migrations());
  add(conclusions::migrations());
  add(press::migrations());
  return all;
}

void declare_rooms(Catalogue& catalogue, Memory& memory) {
  auto figures = memory.tools();
  // A change of units: the columns' tree is another.
  units::declare(catalogue, [&memory](Context& context) { memory.columns.reload(context); });
  access::declare(catalogue, memory.sessions, memory.clock);
  files::declare(catalogue, memory.rules);
  figures::declare(catalogue, figures);
  report::declare(catalogue, figures);
  // What is overdue is on the next session's agenda by itself.
  session::declare(catalogue, memory.rules, [reckoning = directives::Reckoning(memory.rules)](Context& context, int64_t session) {
    directives::put_overdue_on_agenda(context, reckoning, session);
  });
  directives::declare(catalogue, memory.rules);
  conclusions::declare(catalogue, figures);
  press::declare(catalogue, figures);
  home::declare(catalogue, figures);
}

std::set<std::string> files_named(db::Transaction& tx) {
  std::set<std::string> all;
  for (auto& hashes : {files::kept(tx), report::kept(tx)}) all.insert(hashes.begin(), hashes.end());
  return all;
}

void load_memory(db::Transaction& tx, Memory& memory, const std::filesystem::path& snapshot) {
  memory.sessions.load(tx);
  memory.columns.load(tx, snapshot);
}

void follow(db::Transaction& tx, Memory& memory, const std::set<std::string>& tables) {
  memory.sessions.follow(tx, tables);
  memory.columns.follow(tx, tables);
  // A demo's clock is moved for all who serve it.
  if (auto moved = access::demo_clock(tx); moved && *moved > memory.clock.now()) memory.clock.set(*moved);
}

}  // namespace giaoban::app
