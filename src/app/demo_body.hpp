#pragma once
#include "app/demo_files.hpp"
#include "db/database.hpp"

namespace giaoban::app {

/// Units, seats and one account a seat: what a body starts with.
void load_body(db::Transaction& tx, const demo::City& city);
/// Seats of units that are there, an account each.
void add_seats(db::Transaction& tx, const std::vector<demo::SeatLine>& seats);

}  // namespace giaoban::app
