#pragma once
#include "app/demo_files.hpp"
#include "db/database.hpp"

namespace giaoban::app {

/// Units, seats and one account a seat: what a body starts with.
void load_body(db::Transaction& tx, const demo::City& city);

}  // namespace giaoban::app
