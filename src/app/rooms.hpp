#pragma once
#include <vector>

#include "access/access.hpp"
#include "db/database.hpp"
#include "figures/figures.hpp"
#include "operation/catalogue.hpp"
#include "operation/clock.hpp"
#include "rules/rules.hpp"

namespace giaoban::app {

/// What is held in memory beside the store, for all rooms.
struct Memory {
  explicit Memory(rules::Rules r) : rules(std::move(r)), calendar(rules.holidays) {}
  rules::Rules rules;
  calendar::Calendar calendar;
  access::Sessions sessions;
  figures::LiveColumns columns;
  Clock clock;
};

/// Every room, in the order in which they build on each other.
std::vector<db::Migration> migrations();
void declare_rooms(Catalogue& catalogue, Memory& memory);
/// Fills the memory from the store; at start, after the migrations. `snapshot`: of the figures, where there is one.
void load_memory(db::Transaction& tx, Memory& memory, const std::filesystem::path& snapshot = {});

}  // namespace giaoban::app
