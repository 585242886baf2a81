#include "units/succession.hpp"

#include <doctest/doctest.h>

#include <map>

#include "units/history_test.hpp"

using namespace giaoban;
using namespace giaoban::units;

namespace {

const Date start = history_start;

// ---- the slow, plain way: a row of all units and nothing, times one full table for each act

using Row = std::vector<Ratio>;  // the last place: lost

std::vector<Row> table(const Act& act, UnitId count, bool back) {
  std::vector<Row> out;
  for (UnitId x = 0; x < count; ++x) {
    Row row(static_cast<size_t>(count) + 1);
    std::vector<Part> of_x;
    for (auto& p : act.parts)
      if ((back ? p.to : p.from) == x) of_x.push_back(p);
    bool stated = true;
    for (auto& p : of_x) stated = stated && p.basis != Basis::none && p.basis == of_x.front().basis;
    Ratio all = 0;
    for (auto& p : of_x) all += !back ? Ratio(p.numerator, p.denominator) : stated ? Ratio(p.numerator) : Ratio(1);
    for (auto& p : of_x) {
      auto to = (back ? p.from : p.to).value_or(count);
      row[static_cast<size_t>(to)] +=
          (!back ? Ratio(p.numerator, p.denominator) : stated ? Ratio(p.numerator) : Ratio(1)) / all;
    }
    if (of_x.empty()) row[static_cast<size_t>(x)] = 1;
    out.push_back(row);
  }
  return out;
}

Row plain(const History& h, UnitId unit, Date from, Date to) {
  Row row(static_cast<size_t>(h.count) + 1);
  row[static_cast<size_t>(unit)] = 1;
  auto acts = h.acts;
  bool back = to < from;
  if (back) std::reverse(acts.begin(), acts.end());
  for (auto& act : acts) {
    bool between = back ? act.effective > to && act.effective <= from : act.effective > from && act.effective <= to;
    if (!between) continue;
    auto step = table(act, h.count, back);
    Row next(row.size());
    next.back() = row.back();
    for (size_t x = 0; x + 1 < row.size(); ++x)
      for (size_t y = 0; y < row.size(); ++y) next[y] += row[x] * step[x][y];
    row = next;
  }
  return row;
}

Row row_of(const Shares& s, UnitId count) {
  Row row(static_cast<size_t>(count) + 1);
  for (auto& share : s.shares) row[static_cast<size_t>(share.unit)] = share.ratio;
  row.back() = s.lost;
  return row;
}

}  // namespace

TEST_CASE("succession: agrees with the plain way over random histories, both ways in time") {
  CHECK(rc::check("succession", [] {
    auto h = random_history();
    Succession s(h.acts);
    for (auto [units, from, to] : {std::tuple(h.first, start.plus(-1), start.plus(30)), std::tuple(h.last, start.plus(30), start.plus(-1)),
                                   std::tuple(h.last, start.plus(30), start.plus(*rc::gen::inRange(0, 12)))})
      for (auto unit : units) RC_ASSERT(row_of(s.shares(unit, from, to), h.count) == plain(h, unit, from, to));
  }));
}

TEST_CASE("succession: nothing is lost and nothing made: shares of a unit and what ended are exactly 1") {
  CHECK(rc::check("one", [] {
    auto h = random_history();
    Succession s(h.acts);
    auto one = [&](UnitId unit, Date from, Date to, const std::set<UnitId>& in_force) {
      auto shares = s.shares(unit, from, to);
      Ratio sum = shares.lost;
      for (auto& share : shares.shares) {
        sum += share.ratio;
        RC_ASSERT(share.ratio > 0 && share.ratio <= 1);
        RC_ASSERT(share.estimated() == (share.ratio != 1));
        RC_ASSERT(in_force.contains(share.unit));
      }
      RC_ASSERT(sum == 1);
    };
    for (auto u : h.first) one(u, start.plus(-1), start.plus(30), h.last);
    for (auto u : h.last) one(u, start.plus(30), start.plus(-1), h.first);
  }));
}

TEST_CASE("succession: a day between makes no difference; changes of one day are one after the other") {
  CHECK(rc::check("chain", [] {
    auto h = random_history();
    Succession s(h.acts);
    auto between = start.plus(*rc::gen::inRange(-1, 14)), end = start.plus(30);
    for (auto u : h.first) {
      std::map<UnitId, Ratio> two;
      for (auto& half : s.shares(u, start.plus(-1), between).shares)
        for (auto& rest : s.shares(half.unit, between, end).shares) two[rest.unit] += half.ratio * rest.ratio;
      auto whole = s.shares(u, start.plus(-1), end);
      RC_ASSERT(whole.shares.size() == two.size());
      for (auto& share : whole.shares) RC_ASSERT(two.at(share.unit) == share.ratio);
    }
  }));
}

TEST_CASE("succession: a merger of wholes is exact forwards, by size backwards, and unknown without sizes") {
  Date merged = Date::of(2025, 7, 1), before = merged.plus(-1);
  auto act = [&](Basis basis) {
    return Act{merged, {{1, 9, basis, 14'000, 14'000}, {2, 9, basis, 12'200, 12'200}, {3, 9, basis, 4'600, 4'600}}};
  };
  Succession stated({act(Basis::population)}), bare({act(Basis::none)});
  for (UnitId u : {1, 2, 3}) {
    auto forwards = stated.shares(u, before, merged).shares;
    REQUIRE(forwards.size() == 1);
    CHECK(forwards[0].unit == 9);
    CHECK_FALSE(forwards[0].estimated());
  }
  auto back = stated.shares(9, merged, before).shares;
  REQUIRE(back.size() == 3);
  CHECK(back[0].ratio == Ratio(140, 308));
  CHECK(back[0].estimated());
  CHECK_FALSE(back[0].unknown);
  CHECK(bare.shares(9, merged, before).shares[0].unknown);
  CHECK(stated.era(before) == 0);
  CHECK(stated.era(merged) == 1);
}

TEST_CASE("succession: divided and put together again is the whole again; a single origin takes all back") {
  Date a = Date::of(2021, 1, 1), b = Date::of(2022, 1, 1);
  Succession s({{a, {{1, 2, Basis::area, 2, 5}, {1, 3, Basis::area, 3, 5}}}, {b, {{2, 4}, {3, 4}}}});
  CHECK(s.shares(1, a.plus(-1), a).shares[1].ratio == Ratio(3, 5));
  auto whole = s.shares(1, a.plus(-1), b).shares;
  REQUIRE(whole.size() == 1);
  CHECK_FALSE(whole[0].estimated());
  auto back = s.shares(3, a, a.plus(-1)).shares;
  REQUIRE(back.size() == 1);
  CHECK_FALSE(back[0].estimated());
  CHECK_THROWS(Succession({{b, {}}, {a, {}}}));
}
