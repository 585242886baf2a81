#include "support/database.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

#include "db/connection.hpp"

namespace giaoban::db {

namespace {
/// Where this run's SQLite stores are, until it ends.
struct Shelf {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("giaoban_test_" + std::to_string(::getpid()));
  Shelf() { std::filesystem::remove_all(folder); }
  ~Shelf() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};
}  // namespace

std::vector<std::string> test_urls() {
  static std::atomic<int> count{0};
  static const Shelf shelf;
  auto number = std::to_string(++count), name = "giaoban_test_" + std::to_string(::getpid()) + "_" + number;
  auto folder = shelf.folder / number;
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
