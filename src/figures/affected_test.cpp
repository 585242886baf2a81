#include "figures/affected.hpp"

#include <doctest/doctest.h>

#include "figures/random_figures_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
namespace r = giaoban::figures::random;
using r::april;

TEST_CASE("affected: a correction changes no comparison beyond those named") {
  CHECK(rc::check("reach", [] {
    auto o = r::figures(8, 160);
    RC_PRE(!o.changes.empty());
    auto columns = r::columns_of(o);
    rules::Wording house{{2, 0}, {5, 2}, 1, rules::Zero::drop, rules::Zero::keep};
    std::map<std::tuple<IndicatorIndex, UnitIndex, Month, Measure>, Comparison> before;
    auto each = [&](auto f) {
      for (IndicatorIndex i : {r::flow, r::stock, r::part, r::whole, r::rate})
        for (UnitIndex u = 0; u < columns.unit_count(); ++u)
          for (int m = 0; m < 17; ++m)
            for (auto measure : {Measure::month, Measure::month_on_month, Measure::year_on_year, Measure::year_to_date,
                                 Measure::year_to_date_on_year, Measure::plan_share, Measure::on_december})
              f(std::tuple(i, u, april.plus(-m), measure), evaluate(columns, {i, u, april.plus(-m), measure}, house));
    };
    each([&](auto key, auto c) { before[key] = c; });
    auto change = r::placed(o, columns, *rc::gen::elementOf(o.changes));
    change.sequence = 1000;
    change.value = *rc::gen::inRange<int64_t>(0, 400);
    columns.apply(change);
    std::set<std::tuple<IndicatorIndex, UnitIndex, Month, Measure>> named;
    each_affected(columns, change.indicator, change.unit, change.month, april,
                  [&](const Question& q) { named.insert({q.indicator, q.unit, q.month, q.measure}); });
    each([&](auto key, auto c) {
      auto& was = before[key];
      bool same = was.what == c.what && was.shown == c.shown && was.state == c.state && was.coverage == c.coverage &&
                  was.base_coverage == c.base_coverage && was.like_for_like == c.like_for_like && was.matched == c.matched;
      RC_ASSERT(same || named.contains(key));
    });
  }));
}
