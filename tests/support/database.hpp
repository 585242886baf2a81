#pragma once
#include <string>
#include <vector>

namespace giaoban::db {

/// Fresh, empty databases for a test: SQLite always, and PostgreSQL when GIAOBAN_TEST_POSTGRESQL names a server
/// (the test script starts a real one; a run without it says so in its output).
std::vector<std::string> test_urls();

}  // namespace giaoban::db
