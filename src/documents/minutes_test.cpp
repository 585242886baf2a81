#include "documents/minutes.hpp"

#include <doctest/doctest.h>

#include "documents/html.hpp"
#include "documents/samples.hpp"
#include "documents/testing.hpp"

namespace giaoban::documents {

TEST_CASE("the minutes says what was approved") {
  approve("minutes.html", html_article(minutes(samples::minutes())));
}

TEST_CASE("minutes have a number but no place and day") {
  auto document = minutes(samples::minutes());
  CHECK(std::get<Letterhead>(document.blocks[0]).place_date.empty());
  CHECK(std::get<Letterhead>(document.blocks[0]).number == "Số: 12/BB-UBND");
}

}  // namespace giaoban::documents
