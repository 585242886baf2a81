#include "figures/frame.hpp"

#include <doctest/doctest.h>

#include "figures/compare.hpp"
#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace r = giaoban::figures::random;
using r::april;

namespace {

/// Two wards become one and a third is cut in two: 3/5 of it goes to the new ward as well.
struct Reorganised {
  Columns columns{r::indicators(),
                  {{"city", "", false},
                   {"a", "city", true, {{INT32_MIN}, april}},
                   {"b", "city", true, {{INT32_MIN}, april}},
                   {"c", "city", true, {{INT32_MIN}, april}},
                   {"new", "city", true, {april, {INT32_MAX}}},
                   {"rest", "city", true, {april, {INT32_MAX}}}}};
  Columns today = columns.under(Frame(Tree({{"city", "", false}, {"new", "city", true}, {"rest", "city", true}}), columns.store_units(),
                                      {{"a", "new"}, {"b", "new"}, {"c", "new", 3, 5}, {"c", "rest", 2, 5}, {"new", "new"}, {"rest", "rest"}}));
  void give(const char* unit, Month month, int64_t value) {
    columns.apply({1, r::flow, columns.find_unit(unit).value(), month, value});
  }
};

rules::Wording house() { return {{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep}; }

}  // namespace

TEST_CASE("frame: a series stays comparable across a merger and a split") {
  Reorganised w;
  for (auto* unit : {"a", "b", "c"}) w.give(unit, april.plus(-1), 10);
  w.give("new", april, 39);
  w.give("rest", april, 4);
  auto merged = *w.today.find_unit("new"), rest = *w.today.find_unit("rest");
  auto march = w.today.total(r::flow, merged, april.plus(-1));
  CHECK(march.amount.numerator * 1 == 26 * march.amount.denominator);
  CHECK(march.state == State::estimate);  // a weighed part is one
  CHECK(march.coverage == Coverage{3, 0, 3});
  auto now = w.today.total(r::flow, merged, april);
  CHECK(now.amount.numerator == 39 * now.amount.denominator);
  CHECK(now.state == State::official);
  CHECK(now.coverage == Coverage{1, 0, 1});  // the old wards are not waited for
  auto c = evaluate(w.today, {r::flow, merged, april, Measure::month_on_month}, house());
  CHECK(c.shown == Decimal{500, 1});
  CHECK(c.like_for_like);
  CHECK(w.today.value(r::flow, merged, april).units == 39);
  CHECK_FALSE(w.today.value(r::flow, rest, april.plus(-1)).present());  // nobody ever gave it
  auto city = w.today.total(r::flow, w.today.root(), april.plus(-1));
  CHECK(city.amount.numerator == 30 * city.amount.denominator);
  CHECK(city.state == State::official);  // the pieces are whole again
  CHECK(city.coverage == Coverage{3, 0, 3});
}

TEST_CASE("frame: a correction reaches every frame") {
  Reorganised w;
  w.give("c", april.plus(-1), 10);
  w.columns.apply({2, r::flow, *w.columns.find_unit("c"), april.plus(-1), 20, State::revised});
  auto total = w.today.total(r::flow, *w.today.find_unit("rest"), april.plus(-1));
  CHECK(total.amount.numerator == 8 * total.amount.denominator);
  auto before = w.today.total(r::flow, *w.today.find_unit("rest"), april.plus(-1), 1);
  CHECK(before.amount.numerator == 4 * before.amount.denominator);
}

TEST_CASE("frame: shares that cannot be are refused") {
  Tree store({{"city", "", false}, {"a", "city", true}}), now({{"x", "", false}, {"y", "x", true}, {"z", "x", true}});
  CHECK_THROWS(Frame(now, store, {{"b", "y"}}));
  CHECK_THROWS(Frame(now, store, {{"a", "w"}}));
  CHECK_THROWS(Frame(now, store, {{"a", "y", 0, 1}}));
  CHECK_THROWS(Frame(now, store, {{"a", "y", 2, 1}}));
  CHECK_THROWS(Frame(now, store, {{"a", "y", 1, 0}}));
  CHECK_THROWS(Frame(now, store, {{"a", "y", 2, 3}, {"a", "z", 2, 3}}));  // more than the whole, at x
  CHECK_THROWS(Frame(now, store, {{"a", "y", 1, 1'000'000'000'039}}));
  CHECK_NOTHROW(Frame(now, store, {{"a", "y", 2, 3}, {"a", "z", 1, 3}}));
}

TEST_CASE("frame: totals under a random mapping agree with the plain way, and so after corrections") {
  CHECK(rc::check("mapping", [] {
    auto o = r::figures(10, 60, true);
    auto now = r::tree("n", 10);
    std::vector<Share> shares;
    std::vector<std::string> targets;
    for (auto& u : now)
      if (u.commune) targets.push_back(u.code);
    for (auto k : o.communes()) {
      int pieces = *rc::gen::inRange(0, 4), of = *rc::gen::inRange(3, 7);
      for (int p = 0; p < pieces; ++p) shares.push_back({o.units[k].code, *rc::gen::elementOf(targets), 1, of});
    }
    auto columns = r::columns_of(o);
    auto mapped = columns.under(Frame(Tree(now), columns.store_units(), shares));
    auto later = r::changes(o, 30, true);
    for (auto& c : later) {
      c.sequence += 1000;
      columns.apply(r::placed(o, columns, c));
      o.changes.push_back(c);
    }
    auto as_of = *rc::gen::element(newest, Sequence{1005}, Sequence{10});
    auto target = *rc::gen::inRange<size_t>(0, now.size());
    Month month = april.plus(-*rc::gen::inRange(0, 14));
    // over a common denominator of all pieces: 3·4·5
    int64_t sum = 0;
    std::set<size_t> present;
    for (auto& s : shares) {
      if (!r::Oracle::within(now, s.unit, now[target].code)) continue;
      for (size_t k = 0; k < o.units.size(); ++k)
        if (o.units[k].code == s.source)
          if (auto* c = o.last(r::flow, k, month, as_of)) sum += *c->value * 60 / s.denominator, present.insert(k);
    }
    auto total = mapped.total(r::flow, *mapped.find_unit(now[target].code), month, as_of);
    RC_ASSERT(static_cast<int64_t>(total.amount.numerator * 60) == sum * static_cast<int64_t>(total.amount.denominator));
    RC_ASSERT(total.coverage.reported + total.coverage.stand_in == static_cast<int32_t>(present.size()));
  }));
}
