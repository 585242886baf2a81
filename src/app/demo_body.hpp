#pragma once
#include <filesystem>

#include "db/database.hpp"

namespace giaoban::app {

/// Units, seats and one account a seat, from a demo's folder (units.json, seats.json). What a body starts with.
void load_body(db::Transaction& tx, const std::filesystem::path& folder);

}  // namespace giaoban::app
