#include "figures/pairing.hpp"

#include <doctest/doctest.h>

#include "figures/compare.hpp"
#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace r = giaoban::figures::random;
using r::april;

namespace {

/// The plain way: unit by unit, those that have both.
Pair plain_pair(const r::Oracle& o, IndicatorIndex i, const std::string& above, Month month, int back) {
  Pair sum;
  for (auto u : o.communes()) {
    auto *now = o.last(i, u, month), *base = o.last(i, u, month.plus(-back));
    if (now && base && r::Oracle::within(o.units, o.units[u].code, above)) sum += {*now->value, *base->value, 1};
  }
  return sum;
}

void same(const Pair& a, const Pair& b) {
  RC_ASSERT(a.now == b.now && a.base == b.base && a.units == b.units);
}

void pairs_are_plain(const r::Oracle& o, const Columns& columns) {
  auto& totals = columns.totals();
  auto& frame = totals.frame();
  int back = *rc::gen::inRange(1, Pairing::longest + 1);
  std::vector<Pair> row(frame.kept());
  for (IndicatorIndex i : {r::flow, r::stock, r::part}) {
    Pairing pairing(columns.cells(), totals, i);
    for (Month m = april.plus(-18); m <= april.plus(14); m = m.plus(1)) {
      auto* kept = totals.year_pairs(i, m);
      pairing.row(m, back, row.data());
      for (size_t k = 0; k < frame.kept(); ++k) {
        auto& unit = columns.unit(frame.kept_unit(k)).code;
        same(kept ? kept[k] : Pair{}, plain_pair(o, i, unit, m, 12));
        same(row[k], plain_pair(o, i, unit, m, back));
      }
    }
  }
}

}  // namespace

TEST_CASE("pairing: two months come to what the units give that have both, kept change by change or made anew") {
  CHECK(rc::check("pairs", [] {
    auto o = r::figures(14, 160, true);
    auto grown = r::columns_of(o);
    pairs_are_plain(o, grown);
    Columns anew(r::indicators(), o.units);
    for (auto& change : o.changes) anew.absorb(r::placed(o, anew, change));
    anew.roll_up(2);
    pairs_are_plain(o, anew);
    // ... and again, on totals that were there already
    anew.roll_up(1);
    pairs_are_plain(o, anew);
  }));
}

TEST_CASE("pairing: over many units, few or nearly all of them missing") {
  CHECK(rc::check("rows of bits", [] {
    r::Oracle o;
    o.units = {{"top", "", false}, {"left", "top", false}, {"right", "top", false}};
    int n = *rc::gen::inRange(1, 300), left = *rc::gen::inRange(0, 300), one_of = *rc::gen::element(2, 3, 40, 1000);
    for (int k = 0; k < n; ++k) o.units.push_back({fmt::format("c{}", k), k < left ? "left" : "right", true});
    if (left == 0) o.units[1].commune = true;
    if (left >= n) o.units[2].commune = true;
    Columns columns(r::indicators(), o.units);
    uint32_t scatter = *rc::gen::arbitrary<uint32_t>();
    for (auto u : o.communes())
      for (Month m : {april, april.plus(-1), april.plus(-12)}) {
        scatter = scatter * 1664525 + 1013904223;
        if ((scatter >> 16) % static_cast<uint32_t>(one_of) == 0) continue;
        o.changes.push_back({1, r::flow, static_cast<UnitIndex>(u), m, scatter % 1000});
        columns.absorb(r::placed(o, columns, o.changes.back()));
      }
    columns.roll_up(1);
    auto& frame = columns.totals().frame();
    Pairing pairing(columns.cells(), columns.totals(), r::flow);
    std::vector<Pair> row(frame.kept());
    for (int back : {1, 12}) {
      pairing.row(april, back, row.data());
      for (size_t k = 0; k < frame.kept(); ++k) same(row[k], plain_pair(o, r::flow, columns.unit(frame.kept_unit(k)).code, april, back));
    }
  }));
}

TEST_CASE("pairing: values too large for 64 bits are compared from the cells") {
  Columns c(r::indicators(), {{"city", "", false}, {"a", "city", true}, {"b", "city", true}});
  rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
  auto a = *c.find_unit("a"), b = *c.find_unit("b");
  c.apply({1, r::flow, a, april, 30});
  c.apply({1, r::flow, a, april.plus(-12), 20});
  c.apply({1, r::flow, b, april, 7});
  Question q{r::flow, c.root(), april, Measure::year_on_year, newest};
  REQUIRE(c.totals().year_pairs(r::flow, april));
  CHECK(evaluate(c, q, house).shown == Decimal{500, 1});
  c.apply({2, r::flow, b, april, INT64_MAX / 2});
  CHECK_FALSE(c.totals().year_pairs(r::flow, april));
  auto still = evaluate(c, q, house);
  CHECK(still.shown == Decimal{500, 1});
  CHECK(still.matched == 1);
  c.apply({3, r::flow, b, april, 7});
  CHECK(evaluate(c, q, house).shown == Decimal{500, 1});
}
