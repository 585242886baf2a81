#include "files/given.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

using namespace giaoban;

TEST_CASE("files: who reads a file while another is being given it is given the same bytes") {
  auto folder = std::filesystem::temp_directory_path() / ("giaoban-given-" + std::to_string(::getpid()));
  files::Store store(folder);
  auto hash = store.keep("a scan");
  files::Given given;
  auto first = given.read(store, hash), second = given.read(store, hash);
  REQUIRE(first);
  CHECK(*first == "a scan");
  CHECK(first == second);
  CHECK(given.read(store, std::string(64, '0')) == nullptr);
  first = second = nullptr;
  std::filesystem::remove_all(folder);
  CHECK(given.read(store, hash) == nullptr);  // nothing is kept beyond its readers
}
