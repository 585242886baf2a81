#include "files/store.hpp"

#include <doctest/doctest.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>

using namespace giaoban;
namespace fs = std::filesystem;

TEST_CASE("file store: bytes lie under their hash; what was altered is not given, and is put right when handed in again") {
  REQUIRE(sodium_init() >= 0);
  auto folder = fs::temp_directory_path() / ("giaoban_store_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  files::Store store(folder);
  std::string bytes("minh chứng\0 với số không", 26);
  auto hash = store.keep(bytes);
  CHECK(store.keep(bytes) == hash);
  CHECK(store.read(hash) == bytes);
  CHECK_FALSE(store.read(std::string(64, '0')));
  for (auto* damaged : {"", "khác"}) {
    std::ofstream(store.place(hash), std::ios::binary | std::ios::trunc) << damaged;
    CHECK_FALSE(store.read(hash));
    CHECK(store.keep(bytes) == hash);
    CHECK(store.read(hash) == bytes);
  }
  size_t files = 0;
  for (auto& entry : fs::recursive_directory_iterator(folder)) files += entry.is_regular_file();
  CHECK(files == 1);  // nothing half done is left
  fs::remove_all(folder);
}
