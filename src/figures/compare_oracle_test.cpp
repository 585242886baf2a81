// Every measure against a plain, slow way: lists walked each time, fractions of small whole numbers.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "figures/compare.hpp"

using namespace giaoban;
using namespace giaoban::figures;

namespace {

const rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
constexpr Month april = Month{2021 * 12 + 3};
enum : IndicatorIndex { sales, people, part, all, rate };

struct Plain {  // numerator / denominator, the denominator above 0
  int64_t above = 0, below = 1;
  bool known = false;
  bool operator<(const Plain& o) const { return above * o.below < o.above * below; }
};

/// A city of wards with whatever was reported; nothing is remembered but the list.
struct City {
  int wards = 0;
  struct Line {
    IndicatorIndex indicator;
    int ward;
    Month month;
    int64_t value;
  };
  std::vector<Line> lines;
  std::optional<int64_t> plan;

  std::optional<int64_t> value(IndicatorIndex i, int ward, Month m) const {
    std::optional<int64_t> out;
    for (auto& l : lines)
      if (l.indicator == i && l.ward == ward && l.month == m) out = l.value;
    return out;
  }
  bool has(IndicatorIndex i, int ward, Month m) const {
    return i == rate ? value(part, ward, m) && value(all, ward, m) : value(i, ward, m).has_value();
  }
  /// Over wards (-1 = all) and months, of those alone for which `counts` says so.
  template <class F>
  Plain sum(IndicatorIndex i, int ward, Month from, Month to, F counts) const {
    Plain out{0, i == rate ? 0 : 1, false};
    for (Month m = from; m <= to; m = m.plus(1))
      for (int w = 0; w < wards; ++w) {
        if ((ward >= 0 && w != ward) || !has(i, w, m) || !counts(w, m)) continue;
        out.above += i == rate ? 1000 * *value(part, w, m) : *value(i, w, m);  // a rate has one decimal
        if (i == rate) out.below += *value(all, w, m);
        out.known = true;
      }
    if (out.below == 0) out.known = false;
    return out;
  }
  Plain sum(IndicatorIndex i, int ward, Month from, Month to) const {
    return sum(i, ward, from, to, [](int, Month) { return true; });
  }
};

City random_city() {
  City c;
  c.wards = *rc::gen::inRange(1, 5);
  int n = *rc::gen::inRange(0, 90);
  for (int k = 0; k < n; ++k)
    c.lines.push_back({*rc::gen::element<IndicatorIndex>(sales, people, part, all), *rc::gen::inRange(0, c.wards),
                       april.plus(-*rc::gen::inRange(0, 17)), *rc::gen::inRange<int64_t>(0, 30)});
  if (*rc::gen::arbitrary<bool>()) c.plan = *rc::gen::inRange<int64_t>(0, 200);
  return c;
}

Indicator named(std::string code, Kind kind) {
  Indicator i;
  i.code = std::move(code);
  i.kind = kind;
  i.since = Month::of(2018, 1);
  return i;
}

Columns columns_of(const City& city) {
  auto r = named("rate", Kind::ratio);
  r.numerator = "part", r.denominator = "all", r.scale = r.decimals = 1;
  std::vector<UnitNode> units{{"city", "", false}};
  for (int w = 0; w < city.wards; ++w) units.push_back({"w" + std::to_string(w), "city", true});
  Columns columns({named("sales", Kind::flow), named("people", Kind::stock), named("part", Kind::flow), named("all", Kind::flow), r}, units);
  Sequence s = 0;
  for (auto& l : city.lines) columns.apply({++s, l.indicator, *columns.find_unit("w" + std::to_string(l.ward)), l.month, l.value});
  if (city.plan) columns.apply_plan(++s, sales, columns.root(), 2021, *city.plan);
  return columns;
}

/// Half up, away from zero, in long division.
int64_t plain_round(int64_t n, int64_t d) {
  bool negative = n < 0;
  n = std::abs(n);
  int64_t q = n / d, rest = n % d;
  if (rest >= d - rest) ++q;
  return negative ? -q : q;
}
bool shows(const Comparison& c, Case what, int64_t n, int64_t d, int32_t scale = 1) {
  return c.what == what && c.shown == Decimal{plain_round(n, d), scale};
}

struct Asked {
  City city;
  Columns columns;
  int ward;
  UnitIndex unit;
  Comparison operator()(IndicatorIndex i, Measure m) const {
    return evaluate(columns, {i, unit, april, m, newest, {}, people, 1000}, house);
  }
};
Asked asked() {
  auto city = random_city();
  auto columns = columns_of(city);
  int ward = *rc::gen::inRange(-1, city.wards);
  auto unit = ward < 0 ? columns.root() : *columns.find_unit("w" + std::to_string(ward));
  return {city, std::move(columns), ward, unit};
}

}  // namespace

TEST_CASE("compare: against last December, flows and ratios, only of those with both sides") {
  CHECK(rc::check("december", [] {
    auto a = asked();
    auto both = [&](IndicatorIndex i) { return [&, i](int w, Month) { return a.city.has(i, w, april) && a.city.has(i, w, april.plus(-4)); }; };
    for (IndicatorIndex i : {sales, rate}) {
      auto c = a(i, Measure::on_december);
      auto now = a.city.sum(i, a.ward, april, april, both(i)), base = a.city.sum(i, a.ward, april.plus(-4), april.plus(-4), both(i));
      if (!a.city.sum(i, a.ward, april, april).known) RC_ASSERT(c.what == Case::no_value);
      else if (!a.city.sum(i, a.ward, april.plus(-4), april.plus(-4)).known) RC_ASSERT(c.what == Case::no_base);
      else if (!now.known || !base.known) RC_ASSERT(c.what == Case::no_base || c.what == Case::points);
      else if (i == rate) RC_ASSERT(shows(c, Case::points, now.above * base.below - base.above * now.below, now.below * base.below));
      else if (base.above == 0) RC_ASSERT(c.what == (now.above ? Case::zero_base : Case::both_zero));
      else if (now.above == 0) RC_ASSERT(c.what == Case::vanished);
      else if (now.above == base.above) RC_ASSERT(c.what == Case::flat);
      else if (now.above >= 2 * base.above) RC_ASSERT(shows(c, Case::times, 10 * now.above, base.above));
      else RC_ASSERT(shows(c, Case::change, 1000 * (now.above - base.above), base.above));
    }
  }));
}

TEST_CASE("compare: shares, plans and values for so many people") {
  CHECK(rc::check("parts", [] {
    auto a = asked();
    auto now = a.city.sum(sales, a.ward, april, april), whole = a.city.sum(sales, -1, april, april);
    auto share = a(sales, Measure::share);
    if (!now.known) RC_ASSERT(share.what == Case::no_value);
    else if (whole.above == 0) RC_ASSERT(share.what == Case::zero_base);
    else RC_ASSERT(shows(share, Case::level, 1000 * now.above, whole.above));
    auto heads = a.city.sum(people, a.ward, april, april);
    auto per = a(sales, Measure::per_head);
    if (!now.known) RC_ASSERT(per.what == Case::no_value);
    else if (!heads.known || heads.above == 0) RC_ASSERT(per.what == Case::no_base);
    else RC_ASSERT(shows(per, Case::value, 1000 * now.above, heads.above, 0));
    auto year = a.city.sum(sales, a.ward, april.plus(-3), april);
    auto plan = a(sales, Measure::plan_share);
    if (a.ward < 0 && year.known && a.city.plan && *a.city.plan > 0)
      RC_ASSERT(shows(plan, Case::level, 1000 * year.above, *a.city.plan));
  }));
}

TEST_CASE("compare: contributions are points of the whole's base, and add up to the whole's change") {
  CHECK(rc::check("contributions", [] {
    auto a = asked();
    auto both = [&](int w, Month m) {
      auto now = m > april.plus(-12) ? m : m.plus(12);
      return a.city.has(sales, w, now) && a.city.has(sales, w, now.plus(-12));
    };
    auto side = [&](int ward, int back) { return a.city.sum(sales, ward, april.plus(-3 - back), april.plus(-back), both); };
    auto base = side(-1, 12), now = side(-1, 0);
    Fraction sum;
    for (int w = 0; w < a.city.wards; ++w) {
      auto unit = *a.columns.find_unit("w" + std::to_string(w));
      auto c = evaluate(a.columns, {sales, unit, april, Measure::contribution}, house);
      auto x = side(w, 0), y = side(w, 12);
      if (x.known && base.above > 0)
        RC_ASSERT(shows(c, Case::points, 1000 * (x.above - y.above), base.above));
      if (auto f = exact(a.columns, {sales, unit, april, Measure::contribution})) sum = sum + *f;
    }
    if (base.above > 0) RC_ASSERT(order(sum, Fraction::of(100 * (now.above - base.above), base.above)) == 0);
  }));
}

TEST_CASE("compare: places go by the exact value, equal ones share theirs") {
  CHECK(rc::check("places", [] {
    auto a = asked();
    for (int w = 0; w < a.city.wards; ++w) {
      auto own = a.city.sum(rate, w, april, april);
      int before = 0, of = 0;
      for (int other = 0; other < a.city.wards; ++other) {
        auto value = a.city.sum(rate, other, april, april);
        if (value.known) ++of, before += own < value;
      }
      auto r = rank(a.columns, {rate, *a.columns.find_unit("w" + std::to_string(w)), april, Measure::month});
      RC_ASSERT(r.has_value() == own.known);
      if (r) RC_ASSERT(r->place == before + 1 && r->of == of);
    }
  }));
}
