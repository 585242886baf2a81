#include "support/database.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include "db/connection.hpp"

namespace giaoban::db {

std::vector<std::string> test_urls() {
  static std::atomic<int> count{0};
  auto name = "giaoban_test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
  auto folder = std::filesystem::temp_directory_path() / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::vector<std::string> urls{"sqlite:" + (folder / "giaoban.db").string()};
  if (auto* server = std::getenv("GIAOBAN_TEST_POSTGRESQL"); server && *server) {
    soci::session admin(soci::postgresql, soci_settings(std::string(server) + "/postgres"));
    admin << "drop database if exists " + name;
    admin << "create database " + name;
    urls.push_back(std::string(server) + "/" + name);
  }
  return urls;
}

}  // namespace giaoban::db
