#include "figures/compare.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "figures/number.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {
const rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
Total total(int64_t value) {
  Total t;
  t.known = true;
  t.amount.numerator = value;
  t.state = State::official;
  return t;
}
Indicator flow(int32_t scale = 1) {
  Indicator i;
  i.kind = Kind::flow;
  i.scale = i.decimals = scale;
  return i;
}
Comparison change(int64_t now, int64_t base) {
  return compare(total(now), total(base), flow(), Style::change, house);
}
Comparison level(int64_t now, int64_t base) {
  return compare(total(now), total(base), flow(), Style::level, house);
}
}  // namespace

TEST_CASE("compare: percents are rounded half up once, from unrounded values") {
  CHECK(change(3864, 3067).shown == Decimal{260, 1});
  CHECK(change(10425, 10000).shown == Decimal{43, 1});  // 4.25
  CHECK(change(9575, 10000).shown == Decimal{-43, 1});  // −4.25, away from zero
  CHECK(change(104249, 100000).shown == Decimal{42, 1});
  CHECK(level(1417, 609).shown == Decimal{2327, 1});
  CHECK(level(28463, 27133).what == Case::level);
}

TEST_CASE("compare: cases in which a percent would mislead are said as what they are") {
  CHECK(change(0, 2).what == Case::vanished);
  CHECK(change(2, 0).what == Case::zero_base);
  CHECK(change(0, 0).what == Case::both_zero);
  CHECK(compare(total(1), Total{}, flow(), Style::change, house).what == Case::no_base);
  CHECK(compare(Total{}, total(1), flow(), Style::change, house).what == Case::no_value);
  CHECK(change(245, 245).what == Case::flat);
  CHECK(change(100049, 100000).what == Case::flat);    // +0.049 %
  CHECK(change(100050, 100000).what == Case::change);  // +0.05 % is shown as 0.1
  CHECK(change(99951, 100000).what == Case::flat);
  CHECK(change(200, 100).what == Case::times);
  CHECK(change(199, 100).what == Case::change);
  CHECK(change(8520, 846).shown == Decimal{101, 1});
  CHECK(level(300, 100).what == Case::level);  // "bằng 300%" is the habit of that indicator
  CHECK(change(-5, 10).what == Case::difference);
  CHECK(change(-5, 10).shown == Decimal{-15, 1});
  CHECK(change(1'000'000'000'000'000'000 - 1, 1).what == Case::beyond);
}

TEST_CASE("compare: never crashes and keeps its sense for any two values") {
  CHECK(rc::check("any two values", [] {
    constexpr int64_t limit = 1'000'000'000'000'000'000 - 1;
    auto any = rc::gen::oneOf(rc::gen::inRange<int64_t>(-3, 4), rc::gen::inRange<int64_t>(-limit, limit),
                              rc::gen::inRange<int64_t>(0, 10'000));
    int64_t a = *any, b = *any;
    auto style = *rc::gen::element(Style::change, Style::level);
    auto c = compare(total(a), total(b), flow(*rc::gen::inRange(0, 6)), style, house);
    if (c.what == Case::change) RC_ASSERT((c.shown.units > 0) == (a > b) && a < 2 * static_cast<__int128>(b));
    if (c.what == Case::times) RC_ASSERT(a >= 2 * static_cast<__int128>(b) && c.shown.units >= 20);
    if (c.what == Case::no_base || c.what == Case::no_value) RC_FAIL("both are known");
  }));
}

TEST_CASE("numbers: decimal comma and dots in Vietnamese, the other way round in English") {
  CHECK(written({12148, 1}, Language::vi) == "1.214,8");
  CHECK(written({12148, 1}, Language::en) == "1,214.8");
  CHECK(written({260, 1}, Language::vi) == "26,0");
  CHECK(written({260, 1}, Language::vi, rules::Zero::drop) == "26");
  CHECK(written({1000, 0}, Language::vi, rules::Zero::drop) == "1.000");
  CHECK(written({1000000000, 3}, Language::vi, rules::Zero::drop) == "1.000.000");
  CHECK(written({-405, 1}, Language::vi) == "−40,5");
  CHECK(written({-5, 1}, Language::vi) == "−0,5");
  CHECK(written({123, 0}, Language::en) == "123");
  CHECK(written({0, 1}, Language::vi, rules::Zero::drop) == "0");
}
