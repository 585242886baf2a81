#include "figures/fraction.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace giaoban;
using namespace giaoban::figures;

namespace {
std::pair<int64_t, int64_t> any_fraction() {
  return {*rc::gen::inRange<int64_t>(-100'000, 100'000), *rc::gen::inRange<int64_t>(1, 1000)};
}
}  // namespace

TEST_CASE("fractions: arithmetic is that of whole numbers over a common denominator") {
  CHECK(rc::check("small ones", [] {
    auto [a, b] = any_fraction();
    auto [c, d] = any_fraction();
    auto x = Fraction::of(a, b), y = Fraction::of(c, d);
    auto is = [](const Fraction& f, int64_t above, int64_t below) {
      return f.fits && f.below > 0 && f.above * below == above * f.below;
    };
    RC_ASSERT(is(x + y, a * d + c * b, b * d));
    RC_ASSERT(is(x - y, a * d - c * b, b * d));
    RC_ASSERT(is(x * y, a * c, b * d));
    if (c != 0) RC_ASSERT(is(x / y, a * d, b * c));
    RC_ASSERT((x / Fraction::of(0)).fits == false);
    RC_ASSERT(order(x, y) == (a * d > c * b) - (a * d < c * b));
  }));
}

TEST_CASE("fractions: order holds where products do not fit") {
  Wide large = Wide{1} << 120;
  CHECK(order(Fraction::of(large, large + 1), Fraction::of(large + 1, large + 2)) < 0);
  CHECK(order(Fraction::of(-large, large + 1), Fraction::of(-(large + 1), large + 2)) > 0);
  CHECK(order(Fraction::of(large, large + 1), Fraction::of(large, large + 1)) == 0);
  CHECK_FALSE((Fraction::of(large) * Fraction::of(large)).fits);
  CHECK((Fraction::of(large, 3) * Fraction::of(3, large)).fits);
  CHECK_FALSE((Fraction::of(large) * Fraction::of(large) + Fraction::of(1)).fits);
}

TEST_CASE("fractions: rounded half up, away from zero, once") {
  CHECK(rounded(Fraction::of(17, 4), 1) == Decimal{43, 1});  // 4.25
  CHECK(rounded(Fraction::of(-17, 4), 1) == Decimal{-43, 1});
  CHECK(rounded(Fraction::of(169, 40), 1) == Decimal{42, 1});  // 4.225: not by way of 4.23
  CHECK_FALSE(rounded(Fraction::of(shown_max), 0));
  CHECK(rounded(Fraction::of(Decimal{-12345, 2}), 2) == Decimal{-12345, 2});
}
