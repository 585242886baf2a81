#include "base/decimal.hpp"

#include <doctest/doctest.h>

using namespace giaoban;

TEST_CASE("decimals: text and back, nothing else accepted") {
  CHECK(Decimal::parse("386.4") == Decimal{3864, 1});
  CHECK(Decimal::parse("-0.05")->str() == "-0.05");
  CHECK(Decimal{5, 3}.str() == "0.005");
  for (auto bad : {"", "-", "1,5", "1.", ".5", "1e3", " 1", "1.2345678", "99999999999999999999"})
    CHECK_FALSE(Decimal::parse(bad));
}
TEST_CASE("decimals: rescaling never loses a digit") {
  CHECK(Decimal{15, 1}.at_scale(3) == Decimal{1500, 3});
  CHECK_FALSE(Decimal{15, 1}.at_scale(0));
  CHECK(Decimal{150, 1}.at_scale(0) == Decimal{15, 0});
}
TEST_CASE("division: half up, away from zero, on both sides") {
  CHECK(divide_half_up(5, 2) == 3);
  CHECK(divide_half_up(-5, 2) == -3);
  CHECK(divide_half_up(4, 3) == 1);
  CHECK(divide_half_up(5, 3) == 2);
}
