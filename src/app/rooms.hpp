#pragma once
#include <set>
#include <vector>

#include "access/access.hpp"
#include "db/database.hpp"
#include "figures/figures.hpp"
#include "files/store.hpp"
#include "operation/catalogue.hpp"
#include "operation/clock.hpp"
#include "rules/rules.hpp"

namespace giaoban::app {

/// What is held in memory beside the store, for all rooms.
struct Memory {
  Memory(rules::Rules r, files::Store f) : rules(std::move(r)), calendar(rules.holidays), files(std::move(f)) {}
  rules::Rules rules;
  calendar::Calendar calendar;
  files::Store files;
  access::Sessions sessions;
  figures::LiveColumns columns;
  Clock clock;

  figures::Tools tools() { return {columns, rules, calendar, files}; }
};

/// Every room, in the order in which they build on each other.
std::vector<db::Migration> migrations();
void declare_rooms(Catalogue& catalogue, Memory& memory);
/// Hashes of all files that the store names: what people sent, and what was handed out.
std::set<std::string> files_named(db::Transaction& tx);
/// Fills the memory from the store; at start, after the migrations. `snapshot`: of the figures, where there is one.
void load_memory(db::Transaction& tx, Memory& memory, const std::filesystem::path& snapshot = {});
/// Brings the memory up to date with what another process wrote to these tables; none: to any.
void follow(db::Transaction& tx, Memory& memory, const std::set<std::string>& tables);

}  // namespace giaoban::app
