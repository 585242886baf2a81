#include "figures/columns.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>

#include "figures/compare.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

Indicator indicator(std::string code, Kind kind, int32_t scale = 0) {
  Indicator i;
  i.code = std::move(code);
  i.kind = kind;
  i.scale = scale;
  i.decimals = scale;
  i.since = Month::of(2020, 1);
  return i;
}

std::vector<Indicator> a_few() {
  auto rate = indicator("rate", Kind::ratio, 1);
  rate.numerator = "part";
  rate.denominator = "whole";
  return {indicator("flow", Kind::flow),
          indicator("stock", Kind::stock),
          indicator("part", Kind::flow),
          indicator("whole", Kind::flow),
          rate,
          indicator("average", Kind::average, 1),
          indicator("index", Kind::index, 1)};
}
enum : IndicatorIndex { flow, stock, part, whole, rate, average, price_index };

/// A city with two wards.
Columns small() {
  return Columns(a_few(), {{"city", "", false}, {"a", "city", true}, {"b", "city", true}});
}

constexpr Month april = Month{2021 * 12 + 3};

// ---- the slow, plain way: a list of changes, walked each time

struct Oracle {
  std::vector<UnitNode> units;
  std::vector<Change> changes;  // units as places in `units`
  bool within(size_t unit, size_t above) const {
    for (std::string code = units[unit].code; !code.empty();) {
      if (code == units[above].code) return true;
      for (auto& u : units)
        if (u.code == code) {
          code = u.parent;
          break;
        }
    }
    return false;
  }
  std::optional<int64_t> value(IndicatorIndex i, size_t unit, Month month, Sequence as_of) const {
    std::optional<int64_t> out;
    for (auto& c : changes)
      if (c.indicator == i && c.unit == unit && c.month == month && c.sequence <= as_of) out = c.value;
    return out;
  }
  struct Sum {
    int64_t sum = 0;
    int reported = 0, expected = 0;
  };
  Sum sum(IndicatorIndex i, size_t above, Month from, Month to, Sequence as_of) const {
    Sum s;
    for (Month m = from; m <= to; m = m.plus(1))
      for (size_t u = 0; u < units.size(); ++u)
        if (units[u].commune && within(u, above)) {
          ++s.expected;
          if (auto v = value(i, u, m, as_of)) ++s.reported, s.sum += *v;
        }
    return s;
  }
};

/// Half up, away from zero, by counting up in whole steps from a floor: nothing shared with divide_half_up.
int64_t plain_round(int64_t n, int64_t d) {
  bool negative = (n < 0) != (d < 0);
  n = std::abs(n), d = std::abs(d);
  int64_t q = n / d, rest = n % d;
  if (rest >= d - rest) ++q;
  return negative ? -q : q;
}

Oracle random_oracle() {
  Oracle o;
  int n = *rc::gen::inRange(2, 14);
  o.units.push_back({"u0", "", false});
  std::set<std::string> parents;
  for (int k = 1; k < n; ++k) {
    auto parent = fmt::format("u{}", *rc::gen::inRange(0, k));
    parents.insert(parent);
    o.units.push_back({fmt::format("u{}", k), parent, false});
  }
  std::vector<size_t> leaves;
  for (size_t k = 1; k < o.units.size(); ++k)
    if (!parents.contains(o.units[k].code)) o.units[k].commune = true, leaves.push_back(k);
  int how_many = *rc::gen::inRange(0, 80);
  for (int k = 0; k < how_many; ++k) {
    Change c;
    c.sequence = k / 2 + 1;  // two values of one entry share its number
    c.indicator = *rc::gen::element<IndicatorIndex>(flow, stock, part, whole);
    c.unit = static_cast<UnitIndex>(*rc::gen::elementOf(leaves));
    c.month = april.plus(-*rc::gen::inRange(0, 16));
    if (*rc::gen::inRange(0, 8)) c.value = *rc::gen::inRange<int64_t>(0, 40);
    o.changes.push_back(c);
  }
  return o;
}

Columns columns_of(const Oracle& o) {
  Columns columns(a_few(), o.units);
  for (auto change : o.changes) {
    change.unit = *columns.find_unit(o.units[change.unit].code);
    columns.apply(change);
  }
  return columns;
}

}  // namespace

TEST_CASE("columns: zero is a value, a gap is not, and coverage says which") {
  auto c = small();
  CHECK_FALSE(c.total(flow, c.root(), april).known);
  CHECK(c.total(flow, c.root(), april).coverage == Coverage{0, 0, 2});
  c.apply({1, flow, *c.find_unit("a"), april, 0});
  auto total = c.total(flow, c.root(), april);
  CHECK(total.known);
  CHECK(total.amount.numerator == 0);
  CHECK(total.coverage == Coverage{1, 0, 2});
  c.apply({2, flow, *c.find_unit("b"), april, 7, State::stand_in});
  total = c.total(flow, c.root(), april);
  CHECK(total.amount.numerator == 7);
  CHECK(total.coverage == Coverage{1, 1, 2});
  CHECK(total.state == State::estimate);
}

TEST_CASE("columns: a report reads what was known then") {
  auto c = small();
  auto a = *c.find_unit("a");
  c.apply({10, flow, a, april, 5, State::estimate});
  c.apply({20, flow, a, april, 8, State::revised});
  c.apply({30, flow, a, april, {}});
  CHECK_FALSE(c.value(flow, a, april, 9).present());
  CHECK(c.value(flow, a, april, 10).units == 5);
  CHECK(c.value(flow, a, april, 29).units == 8);
  CHECK_FALSE(c.value(flow, a, april).present());
  CHECK(c.vintages(flow, a, april).size() == 3);
  CHECK(c.vintages(flow, a, april)[1].state == State::revised);
  CHECK_THROWS(c.apply({29, flow, a, april, 1}));
  CHECK_THROWS(c.apply({31, flow, c.root(), april, 1}));
  CHECK_THROWS(c.apply({31, rate, a, april, 1}));
}

TEST_CASE("columns: stocks are not added over months, averages and indices not over units") {
  auto c = small();
  auto a = *c.find_unit("a"), b = *c.find_unit("b");
  Sequence s = 0;
  for (int m = 0; m < 4; ++m) {
    Month month = april.plus(m - 3);
    for (auto u : {a, b})
      for (IndicatorIndex i : {flow, stock, average, price_index}) c.apply({++s, i, u, month, 10 + m});
  }
  CHECK(c.year_to_date(flow, c.root(), april).amount.numerator == 2 * (10 + 11 + 12 + 13));
  CHECK(c.year_to_date(stock, c.root(), april).amount.numerator == 2 * 13);
  CHECK_FALSE(c.total(average, c.root(), april).additive);
  CHECK_FALSE(c.total(price_index, c.root(), april).additive);
  CHECK(c.total(average, a, april).amount.numerator == 13);
  auto mean = c.year_to_date(average, a, april);
  CHECK(mean.amount.numerator == 46);
  CHECK(mean.amount.denominator == 4);
  CHECK_FALSE(c.year_to_date(price_index, a, april).additive);
}

TEST_CASE("columns: a ratio's total is the parts' totals divided, never an average of ratios") {
  auto c = small();
  auto a = *c.find_unit("a"), b = *c.find_unit("b");
  c.apply({1, part, a, april, 1});
  c.apply({1, whole, a, april, 1});
  c.apply({2, part, b, april, 0});
  c.apply({2, whole, b, april, 99});
  rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
  CHECK(evaluate(c, {rate, c.root(), april, Measure::month}, house).shown == Decimal{10, 1});
  CHECK(c.total(rate, c.root(), april).coverage == Coverage{2, 0, 2});
}

TEST_CASE("columns: trees that cannot be counted are refused") {
  CHECK_THROWS(Columns(a_few(), {{"a", "", false}, {"b", "", false}}));
  CHECK_THROWS(Columns(a_few(), {{"a", "", false}, {"b", "c", false}}));
  CHECK_THROWS(Columns(a_few(), {{"a", "", false}, {"b", "c", false}, {"c", "b", false}}));
  CHECK_THROWS(Columns(a_few(), {{"a", "", true}, {"b", "a", true}}));
  CHECK_THROWS(Columns(a_few(), {{"a", "", false}, {"a", "a", true}}));
}

TEST_CASE("columns: totals agree with the plain way over random trees, gaps and vintages") {
  CHECK(rc::check("totals", [] {
    auto o = random_oracle();
    auto columns = columns_of(o);
    auto unit = *rc::gen::inRange<size_t>(0, o.units.size());
    auto u = *columns.find_unit(o.units[unit].code);
    Sequence as_of = *rc::gen::oneOf(rc::gen::just(newest), rc::gen::inRange<Sequence>(0, 45));
    Month month = april.plus(-*rc::gen::inRange(0, 14)), january = Month::of(month.year(), 1);
    for (IndicatorIndex i : {flow, stock}) {
      auto plain = o.sum(i, unit, month, month, as_of);
      auto total = columns.total(i, u, month, as_of);
      RC_ASSERT(static_cast<int64_t>(total.amount.numerator) == plain.sum);
      RC_ASSERT(total.coverage.reported == plain.reported);
      RC_ASSERT(total.coverage.expected == plain.expected);
      RC_ASSERT(total.known == (plain.reported > 0));
      auto year = o.sum(i, unit, i == flow ? january : month, month, as_of);
      auto to_date = columns.year_to_date(i, u, month, as_of);
      RC_ASSERT(static_cast<int64_t>(to_date.amount.numerator) == year.sum);
      RC_ASSERT(to_date.coverage.expected == year.expected);
      bool same = true;
      for (size_t k = 0; k < o.units.size(); ++k)
        if (o.units[k].commune && o.within(k, unit))
          same = same &&
                 o.value(i, k, month, as_of).has_value() == o.value(i, k, month.plus(-1), as_of).has_value();
      RC_ASSERT(columns.same_units(i, u, month, month.plus(-1), as_of) == same);
    }
  }));
}

TEST_CASE("columns: comparisons agree with the plain way") {
  rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
  CHECK(rc::check("comparisons", [&] {
    auto o = random_oracle();
    auto columns = columns_of(o);
    auto unit = *rc::gen::inRange<size_t>(0, o.units.size());
    auto u = *columns.find_unit(o.units[unit].code);
    Sequence as_of = *rc::gen::oneOf(rc::gen::just(newest), rc::gen::inRange<Sequence>(0, 45));
    Month month = april.plus(-*rc::gen::inRange(0, 3)), january = Month::of(month.year(), 1);
    auto measure =
        *rc::gen::element(Measure::month_on_month, Measure::year_on_year, Measure::year_to_date_on_year);
    bool year = measure == Measure::year_to_date_on_year;
    int back = measure == Measure::month_on_month ? 1 : 12;
    auto a = o.sum(flow, unit, year ? january : month, month, as_of);
    auto b = o.sum(flow, unit, (year ? january : month).plus(-back), month.plus(-back), as_of);
    auto c = evaluate(columns, {flow, u, month, measure, as_of}, house);
    RC_ASSERT(c.coverage.reported == a.reported && c.base_coverage.reported == b.reported);
    bool any = a.reported > 0;
    a = b = {};  // compared: the unit-months that have both sides
    for (Month m = year ? january : month; m <= month; m = m.plus(1))
      for (size_t k = 0; k < o.units.size(); ++k) {
        auto x = o.value(flow, k, m, as_of), y = o.value(flow, k, m.plus(-back), as_of);
        if (!o.within(k, unit) || !x || !y) continue;
        ++b.reported, a.sum += *x, b.sum += *y;
      }
    if (!any)
      RC_ASSERT(c.what == Case::no_value);
    else if (b.reported == 0)
      RC_ASSERT(c.what == Case::no_base);
    else if (b.sum == 0)
      RC_ASSERT(c.what == (a.sum == 0 ? Case::both_zero : Case::zero_base));
    else if (a.sum == 0)
      RC_ASSERT(c.what == Case::vanished);
    else if (a.sum == b.sum)
      RC_ASSERT(c.what == Case::flat);
    else if (a.sum >= 2 * b.sum)
      RC_ASSERT(c.what == Case::times && c.shown == (Decimal{plain_round(a.sum * 10, b.sum), 1}));
    else
      RC_ASSERT(c.what == Case::change &&
                c.shown == (Decimal{plain_round((a.sum - b.sum) * 1000, b.sum), 1}));
  }));
}

TEST_CASE("columns: sums of large and negative values stay exact") {
  auto c = small();
  constexpr int64_t large = 999'999'999'999'999'999;
  c.apply({1, flow, *c.find_unit("a"), april, large});
  c.apply({1, flow, *c.find_unit("b"), april, large});
  CHECK((c.total(flow, c.root(), april).amount.numerator == static_cast<__int128>(large) * 2));
  c.apply({2, flow, *c.find_unit("b"), april, -3});
  CHECK((c.total(flow, c.root(), april).amount.numerator == static_cast<__int128>(large) - 3));
  c.apply({3, flow, *c.find_unit("a"), april, -large});
  CHECK((c.total(flow, c.root(), april).amount.numerator == -static_cast<__int128>(large) - 3));
}

TEST_CASE("columns: a change applied one by one equals all rebuilt") {
  CHECK(rc::check("rebuild", [] {
    auto o = random_oracle();
    auto half = o;
    half.changes.resize(o.changes.size() / 2);
    auto grown = columns_of(half);
    for (size_t k = half.changes.size(); k < o.changes.size(); ++k) {
      auto change = o.changes[k];
      change.unit = *grown.find_unit(o.units[change.unit].code);
      grown.apply(change);
    }
    auto rebuilt = columns_of(o);
    for (UnitIndex u = 0; u < grown.unit_count(); ++u)
      for (int m = 0; m < 16; ++m)
        RC_ASSERT(grown.total(flow, u, april.plus(-m)).amount.numerator ==
                  rebuilt.total(flow, u, april.plus(-m)).amount.numerator);
  }));
}
