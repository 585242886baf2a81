#include "figures/comparable.hpp"

#include <doctest/doctest.h>

#include "figures/compare.hpp"
#include "units/history_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using units::Act;
using units::Basis;
using units::UnitId;

namespace {

Indicator indicator(std::string code, Kind kind) {
  Indicator i;
  i.code = std::move(code);
  i.kind = kind;
  i.scale = i.decimals = 1;
  i.since = Month::of(2019, 1);
  return i;
}
enum : IndicatorIndex { flow, stock, part, whole, rate, people, wage, index_, gap, per_head };

std::vector<Indicator> indicators() {
  auto r = indicator("rate", Kind::ratio);
  r.numerator = "part", r.denominator = "whole";
  auto wage = indicator("wage", Kind::average);
  wage.weight = "people";
  auto gap = indicator("gap", Kind::flow), head = indicator("per_head", Kind::ratio);
  gap.formula = "whole - part";
  head.formula = "flow / people * 1000";
  return {indicator("flow", Kind::flow), indicator("stock", Kind::stock), indicator("part", Kind::flow), indicator("whole", Kind::flow), r,
          indicator("people", Kind::stock), wage, indicator("index", Kind::index), gap, head};
}

std::string code(UnitId u) { return "u" + std::to_string(u); }

/// Units of a history under one root; each in force from the act that first names it to the one that divides it up.
struct World {
  units::History history;
  std::map<UnitId, UnitLife> lives;
  std::unique_ptr<Columns> columns;

  explicit World(units::History h) : history(std::move(h)) {
    for (UnitId u = 0; u < history.count; ++u) lives[u] = {u, history.first.contains(u) ? std::nullopt : std::optional(Date::of(2099, 1, 1)), {}};
    for (auto& act : history.acts) {
      std::set<UnitId> from, to;
      for (auto& p : act.parts) {
        if (p.from) from.insert(*p.from);
        if (p.to) to.insert(*p.to);
      }
      for (auto u : to)
        if (!from.contains(u)) lives[u].since = act.effective;
      for (auto u : from)
        if (!to.contains(u)) lives[u].until = act.effective;
    }
    std::vector<UnitNode> nodes{{"root", "", false}};
    for (auto& [u, life] : lives) nodes.push_back({code(u), "root", true});
    columns = std::make_unique<Columns>(indicators(), nodes);
    std::vector<UnitLife> ordered{{-1, {}, {}}};
    for (UnitIndex p = 1; p < columns->unit_count(); ++p) ordered.push_back(lives.at(std::stoll(columns->unit(p).code.substr(1))));
    columns->set_comparable(std::make_shared<Comparable>(*columns, ordered, units::Succession(history.acts)));
  }
  UnitIndex place(UnitId u) const { return columns->find_unit(code(u)).value(); }
  bool there(UnitId u, Date on) const {
    auto& l = lives.at(u);
    return (!l.since || *l.since <= on) && (!l.until || on < *l.until);
  }
  void fill(Month month) {
    for (auto& [u, life] : lives)
      if (there(u, last_day(month)))
        for (IndicatorIndex i : {flow, stock, part, whole, people, wage, index_})
          if (*rc::gen::inRange(0, 8) > 0) columns->apply({1, i, place(u), month, *rc::gen::inRange<int64_t>(1, 1000)});
  }
};

const Month first = Month::of(2019, 12), last = Month::of(2020, 12);

Ratio ratio(const Total& t) { return {boost::multiprecision::cpp_int(t.amount.numerator), boost::multiprecision::cpp_int(t.amount.denominator)}; }

}  // namespace

TEST_CASE("comparable: a unit's figures in any frame are its sources' figures, each by its share; averages by their weight") {
  CHECK(rc::check("frames", [] {
    World w(units::random_history(true, 60));
    Month month = first.plus(*rc::gen::inRange(0, 13));
    w.fill(month);
    Date frame = last_day(first.plus(*rc::gen::inRange(0, 13))), day = last_day(month);
    units::Succession succession(w.history.acts);
    auto& c = *w.columns;
    for (auto& [target, life] : w.lives) {
      if (!w.there(target, frame)) continue;
      Ratio sum, above, below, weight, weighted;
      bool unknown = false, any = false;
      int sources = 0, given = 0;
      for (auto& [source, other] : w.lives) {
        if (!w.there(source, day)) continue;
        for (auto& share : succession.shares(source, day, frame).shares) {
          if (share.unit != target) continue;
          ++sources;
          unknown = unknown || (share.unknown && share.ratio != 1);
          auto v = [&](IndicatorIndex i) { return c.value(i, w.place(source), month); };
          given += v(flow).present(), any = any || v(flow).present();
          sum += share.ratio * v(flow).units;
          if (v(part).present() && v(whole).present()) above += share.ratio * v(part).units, below += share.ratio * v(whole).units;
          if (v(wage).present() && v(people).present()) weight += share.ratio * v(people).units, weighted += share.ratio * v(people).units * v(wage).units;
        }
      }
      auto total = [&](IndicatorIndex i) { return total_of(c, {i, w.place(target), frame}, month); };
      auto t = total(flow);
      RC_ASSERT(t.coverage == (Coverage{given, 0, sources}));
      if (unknown) continue;
      RC_ASSERT(t.known == any);
      if (any) RC_ASSERT(ratio(t) == sum);
      RC_ASSERT(total(rate).known == (below != 0));
      if (below != 0) RC_ASSERT(ratio(total(rate)) == above * 1000 / below);
      if (below != 0) RC_ASSERT(ratio(total(gap)) == below - above);
      if (sources > 1 && weight != 0) RC_ASSERT(ratio(total(wage)) == weighted / weight);
      RC_ASSERT(total(index_).additive == (sources <= 1));
    }
  }));
}

TEST_CASE("comparable: nothing is lost: the units of any frame together have what all units gave") {
  CHECK(rc::check("no loss", [] {
    World w(units::random_history(false, 60));
    Month month = first.plus(*rc::gen::inRange(0, 13));
    w.fill(month);
    Date frame = last_day(first.plus(*rc::gen::inRange(0, 13)));
    Ratio all, framed;
    for (auto& [u, life] : w.lives) all += w.columns->value(flow, w.place(u), month).units;
    bool unknown = false;
    for (auto& [u, life] : w.lives) {
      if (!w.there(u, frame)) continue;
      auto t = total_of(*w.columns, {flow, w.place(u), frame}, month);
      unknown = unknown || (!t.known && t.coverage.reported > 0);
      if (t.known) framed += ratio(t);
    }
    if (!unknown) RC_ASSERT(framed == all);
    auto whole = total_of(*w.columns, {flow, w.columns->root(), frame}, month);  // never a guess, whatever was divided below
    if (whole.known) RC_ASSERT(ratio(whole) == all);
    RC_ASSERT(whole.known == (all != 0));
    if (whole.known) RC_ASSERT(whole.state == State::official);
  }));
}

TEST_CASE("comparable: months on both sides of a merger compare; a split is an estimate; a formula needs its parts") {
  Date july = Date::of(2020, 7, 1);
  World w({{Act{july, {{0, 3, Basis::population, 10, 10}, {1, 3, Basis::population, 30, 30}, {2, 2, Basis::area, 1, 4}, {2, 4, Basis::area, 3, 4}}}}, {0, 1, 2}, {2, 3, 4}, 5});
  auto& c = *w.columns;
  Month june = Month::of(2020, 6), july_ = Month::of(2020, 7);
  auto give = [&](IndicatorIndex i, UnitId u, Month m, int64_t v) { c.apply({1, i, w.place(u), m, v}); };
  for (UnitId u : {0, 1, 2}) give(flow, u, june, 100 * (u + 1)), give(people, u, june, 10 * (u + 1)), give(wage, u, june, 50 + u);
  for (UnitId u : {2, 3, 4}) give(flow, u, july_, 400), give(people, u, july_, 10), give(wage, u, july_, 60);
  auto at = [&](IndicatorIndex i, UnitId u, Month m, Date frame) { return total_of(c, {i, w.place(u), frame}, m); };
  CHECK(ratio(at(flow, 3, june, july)) == 300);
  CHECK(at(flow, 3, june, july).state == State::official);
  CHECK(ratio(at(flow, 4, june, july)) == 225);
  CHECK(at(flow, 4, june, july).state == State::estimate);
  CHECK(ratio(at(wage, 3, june, july)) == Ratio(50 * 10 + 51 * 20, 30));
  CHECK(ratio(at(wage, 4, june, july)) == 52);
  CHECK(at(wage, 4, june, july).state == State::estimate);
  CHECK(ratio(at(flow, 0, july_, last_day(june))) == 100);       // back, by the sizes stated in the act
  CHECK(at(flow, 0, july_, july).known == false);  // not there any more
  CHECK(ratio(at(per_head, 3, june, july)) == Ratio(300 * 10000, 30));
  CHECK(ratio(year_to_date_of(c, {flow, w.place(3), july}, july_)) == 700);
  CHECK_FALSE(at(gap, 3, june, july).known);
  rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
  auto change = evaluate(c, {flow, w.place(3), july_, Measure::month_on_month}, house);
  CHECK(change.shown == Decimal{333, 1});
  CHECK(change.like_for_like);
  c.apply_plan(1, flow, w.place(0), 2020, 1000);
  c.apply_plan(1, flow, w.place(1), 2020, 2000);
  CHECK(plan_of(c, {flow, w.place(3), july}, 2020) == 3000);
  CHECK(evaluate(c, {flow, w.place(3), july_, Measure::plan_share}, house).shown == Decimal{233, 1});
}

TEST_CASE("comparable: formulas that cannot be are refused") {
  auto with = [](const std::string& formula) {
    auto list = indicators();
    list[gap].formula = formula;
    Columns c(list, {{"root", "", true}});
    Comparable(c, {{1, {}, {}}}, {});
  };
  CHECK_NOTHROW(with("whole - part"));
  CHECK_THROWS(with("whole -"));
  CHECK_THROWS(with("nowhere"));
  CHECK_THROWS(with("gap + 1"));
}
