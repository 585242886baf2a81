#pragma once
#include <vector>

#include "access/access.hpp"
#include "db/database.hpp"
#include "operation/catalogue.hpp"
#include "rules/rules.hpp"

namespace giaoban::app {

/// What is held in memory beside the store, for all rooms.
struct Memory {
  rules::Rules rules;
  access::Sessions sessions;
};

/// Every room, in the order in which they build on each other.
std::vector<db::Migration> migrations();
void declare_rooms(Catalogue& catalogue, Memory& memory);
/// Fills the memory from the store; at start, after the migrations.
void load_memory(db::Transaction& tx, Memory& memory);

}  // namespace giaoban::app
