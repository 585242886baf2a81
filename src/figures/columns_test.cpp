#include "figures/columns.hpp"

#include <doctest/doctest.h>

#include "figures/compare.hpp"
#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace r = giaoban::figures::random;
using r::april, r::flow, r::stock, r::part, r::whole, r::rate, r::average, r::price_index;

namespace {

/// A city with two wards.
Columns small() {
  return Columns(r::indicators(), {{"city", "", false}, {"a", "city", true}, {"b", "city", true}});
}

/// The plain way to a sum: unit by unit, month by month.
struct Plain {
  int64_t sum = 0;
  int reported = 0, stand_in = 0, expected = 0;
  State state = State::missing;
  bool known() const { return reported + stand_in > 0; }
};
Plain plain_sum(const r::Oracle& o, IndicatorIndex i, size_t above, Month from, Month to, Sequence as_of) {
  Plain s;
  bool estimate = false, revised = false;
  for (Month m = from; m <= to; m = m.plus(1))
    for (auto u : o.communes()) {
      if (!r::Oracle::within(o.units, o.units[u].code, o.units[above].code)) continue;
      ++s.expected;
      auto* c = o.last(i, u, m, as_of);
      if (!c) continue;
      s.sum += *c->value;
      ++(c->state == State::stand_in ? s.stand_in : s.reported);
      estimate = estimate || is_estimate(c->state);
      revised = revised || c->state == State::revised;
    }
  if (s.known()) s.state = estimate ? State::estimate : revised ? State::revised : State::official;
  return s;
}

/// Half up, away from zero, by counting up in whole steps from a floor: nothing shared with divide_half_up.
int64_t plain_round(int64_t n, int64_t d) {
  bool negative = (n < 0) != (d < 0);
  n = std::abs(n), d = std::abs(d);
  int64_t q = n / d, rest = n % d;
  if (rest >= d - rest) ++q;
  return negative ? -q : q;
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
  CHECK_THROWS(Columns(r::indicators(), {{"a", "", false}, {"b", "", false}}));
  CHECK_THROWS(Columns(r::indicators(), {{"a", "", false}, {"b", "c", false}}));
  CHECK_THROWS(Columns(r::indicators(), {{"a", "", false}, {"b", "c", false}, {"c", "b", false}}));
  CHECK_THROWS(Columns(r::indicators(), {{"a", "", true}, {"b", "a", true}}));
  CHECK_THROWS(Columns(r::indicators(), {{"a", "", false}, {"a", "a", true}}));
}

TEST_CASE("columns: totals agree with the plain way over random trees, gaps and vintages") {
  CHECK(rc::check("totals", [] {
    auto o = r::figures(14, 80, true);
    auto columns = r::columns_of(o);
    auto unit = *rc::gen::inRange<size_t>(0, o.units.size());
    auto u = *columns.find_unit(o.units[unit].code);
    Sequence as_of = *rc::gen::oneOf(rc::gen::just(newest), rc::gen::inRange<Sequence>(0, 30));
    Month month = april.plus(-*rc::gen::inRange(0, 14)), january = Month::of(month.year(), 1);
    auto agrees = [](const Total& total, const Plain& plain) {
      RC_ASSERT(static_cast<int64_t>(total.amount.numerator) == plain.sum);
      RC_ASSERT(total.coverage == (Coverage{plain.reported, plain.stand_in, plain.expected}));
      RC_ASSERT(total.known == plain.known());
      RC_ASSERT(total.state == plain.state);
    };
    for (IndicatorIndex i : {flow, stock}) {
      agrees(columns.total(i, u, month, as_of), plain_sum(o, i, unit, month, month, as_of));
      agrees(columns.year_to_date(i, u, month, as_of), plain_sum(o, i, unit, i == flow ? january : month, month, as_of));
      bool same = true;
      for (auto k : o.communes())
        if (r::Oracle::within(o.units, o.units[k].code, o.units[unit].code))
          same = same && !o.last(i, k, month, as_of) == !o.last(i, k, month.plus(-1), as_of);
      RC_ASSERT(columns.same_units(i, u, month, month.plus(-1), as_of) == same);
    }
  }));
}

TEST_CASE("columns: a ratio agrees with the plain way: units that gave both parts, added, then divided") {
  CHECK(rc::check("ratios", [] {
    auto o = r::figures(8, 120);
    auto columns = r::columns_of(o);
    auto unit = *rc::gen::inRange<size_t>(0, o.units.size());
    Sequence as_of = *rc::gen::oneOf(rc::gen::just(newest), rc::gen::inRange<Sequence>(0, 45));
    Month month = april.plus(-*rc::gen::inRange(0, 14)), january = Month::of(month.year(), 1);
    int64_t above = 0, below = 0;
    int both = 0;
    for (Month m = january; m <= month; m = m.plus(1))
      for (auto k : o.communes()) {
        if (!r::Oracle::within(o.units, o.units[k].code, o.units[unit].code)) continue;
        auto *n = o.last(part, k, m, as_of), *d = o.last(whole, k, m, as_of);
        if (n && d) above += *n->value, below += *d->value, ++both;
      }
    auto total = columns.year_to_date(rate, *columns.find_unit(o.units[unit].code), month, as_of);
    RC_ASSERT(total.known == (below != 0));
    RC_ASSERT(total.coverage.reported + total.coverage.stand_in == both);
    if (total.known) RC_ASSERT(static_cast<int64_t>(total.amount.numerator) * below == above * 1000 * static_cast<int64_t>(total.amount.denominator));
  }));
}

TEST_CASE("columns: comparisons agree with the plain way") {
  rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
  CHECK(rc::check("comparisons", [&] {
    auto o = r::figures();
    auto columns = r::columns_of(o);
    auto unit = *rc::gen::inRange<size_t>(0, o.units.size());
    auto u = *columns.find_unit(o.units[unit].code);
    Sequence as_of = *rc::gen::oneOf(rc::gen::just(newest), rc::gen::inRange<Sequence>(0, 45));
    Month month = april.plus(-*rc::gen::inRange(0, 3)), january = Month::of(month.year(), 1);
    auto measure =
        *rc::gen::element(Measure::month_on_month, Measure::year_on_year, Measure::year_to_date_on_year);
    bool year = measure == Measure::year_to_date_on_year;
    int back = measure == Measure::month_on_month ? 1 : 12;
    auto a = plain_sum(o, flow, unit, year ? january : month, month, as_of);
    auto b = plain_sum(o, flow, unit, (year ? january : month).plus(-back), month.plus(-back), as_of);
    auto c = evaluate(columns, {flow, u, month, measure, as_of}, house);
    RC_ASSERT(c.coverage.reported == a.reported && c.base_coverage.reported == b.reported);
    bool any = a.known();
    a = b = {};  // compared: the unit-months that have both sides
    for (Month m = year ? january : month; m <= month; m = m.plus(1))
      for (auto k : o.communes()) {
        auto *x = o.last(flow, k, m, as_of), *y = o.last(flow, k, m.plus(-back), as_of);
        if (!r::Oracle::within(o.units, o.units[k].code, o.units[unit].code) || !x || !y) continue;
        ++b.reported, a.sum += *x->value, b.sum += *y->value;
      }
    if (!any)
      RC_ASSERT(c.what == Case::no_value);
    else if (!b.known())
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

TEST_CASE("columns: totals kept right change by change equal all added up anew") {
  CHECK(rc::check("rebuild", [] {
    auto o = r::figures(14, 120, true);
    Columns grown = r::columns_of(o), rebuilt(r::indicators(), o.units);
    auto months = *rc::gen::inRange(0, 3);
    if (months) rebuilt.reserve(april.plus(-months), april);
    for (auto& change : o.changes) rebuilt.absorb(r::placed(o, rebuilt, change));
    rebuilt.roll_up(2);
    for (UnitIndex u = 0; u < grown.unit_count(); ++u)
      for (int m = 0; m < 18; ++m)
        for (IndicatorIndex i : {flow, stock, part, rate}) {
          auto a = grown.total(i, u, april.plus(-m)), b = rebuilt.total(i, u, april.plus(-m));
          RC_ASSERT(a.amount.numerator == b.amount.numerator && a.amount.denominator == b.amount.denominator);
          RC_ASSERT(a.coverage == b.coverage && a.state == b.state && a.known == b.known);
        }
  }));
}

TEST_CASE("columns: every vintage is kept, in order") {
  CHECK(rc::check("vintages", [] {
    auto o = r::figures(4, 120);
    auto columns = r::columns_of(o);
    for (auto k : o.communes())
      for (int m = 0; m < 17; ++m) {
        auto u = *columns.find_unit(o.units[k].code);
        auto vintages = columns.vintages(flow, u, april.plus(-m));
        std::vector<const Change*> plain;
        for (auto& c : o.changes)
          if (c.indicator == flow && c.unit == k && c.month == april.plus(-m)) plain.push_back(&c);
        RC_ASSERT(vintages.size() == plain.size());
        for (size_t n = 0; n < plain.size(); ++n) {
          RC_ASSERT(vintages[n].known == plain[n]->sequence);
          RC_ASSERT(vintages[n].units == plain[n]->value.value_or(0));
          RC_ASSERT(vintages[n].state == (plain[n]->value ? plain[n]->state : State::missing));
        }
      }
  }));
}
