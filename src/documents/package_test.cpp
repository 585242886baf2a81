#include "documents/package.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "documents/testing.hpp"

namespace giaoban::documents {

TEST_CASE("a package gives its parts back, in their order") {
  std::vector<Part> parts{
      {"[Content_Types].xml", "<a/>"}, {"word/văn bản.xml", std::string(100'000, 'x')}, {"empty", ""}};
  auto back = unpacked(package(parts));
  REQUIRE(back.size() == 3);
  for (size_t i = 0; i < 3; ++i) {
    CHECK(back[i].name == parts[i].name);
    CHECK(back[i].bytes == parts[i].bytes);
  }
}

TEST_CASE("a package knows no clock and no time zone") {
  std::vector<Part> parts{{"a.xml", "<a/>"}};
  auto first = package(parts);
  setenv("TZ", "America/Caracas", 1);
  tzset();
  auto second = package(parts);
  unsetenv("TZ");
  tzset();
  CHECK(first == second);
}

}  // namespace giaoban::documents
