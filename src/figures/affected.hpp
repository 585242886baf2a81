#pragma once
// How far a correction reaches.
#include "figures/compare.hpp"

namespace giaoban::figures {

/// Calls f(month, measure) for every comparison with the past or a plan that a month is part of, up to the month
/// `last`: those of the month itself and those that compare with it or count it in.
template <class F>
void each_reached(Month month, Month last, F&& f) {
  auto reach = [&](Month m, Measure measure) {
    if (m <= last) f(m, measure);
  };
  reach(month, Measure::month);
  reach(month, Measure::month_on_month);
  reach(month.plus(1), Measure::month_on_month);
  reach(month, Measure::year_on_year);
  reach(month.plus(12), Measure::year_on_year);
  reach(month, Measure::on_december);
  for (int m = 1; month.month() == 12 && m <= 12; ++m) reach(month.plus(m), Measure::on_december);
  for (Month m = month; m.year() == month.year(); m = m.plus(1)) {
    reach(m, Measure::year_to_date);
    reach(m, Measure::year_to_date_on_year);
    reach(m, Measure::plan_share);
    reach(m.plus(12), Measure::year_to_date_on_year);
  }
}

/// Calls f(question) for every comparison that a value is part of: of the unit and all above it, of the indicator and
/// the ratios it is part of. (Shares and contributions of the units beside it follow from those above.) `unit` is the
/// store's, under whose own frame `columns` must be.
template <class F>
void each_affected(const Columns& columns, IndicatorIndex i, UnitIndex unit, Month month, Month last, F&& f) {
  auto all_above = [&](IndicatorIndex k) {
    for (auto u = unit; u != none; u = columns.store_units().parent(u))
      each_reached(month, last, [&](Month m, Measure measure) { f(Question{k, u, m, measure, newest}); });
  };
  all_above(i);
  for (auto ratio : columns.totals().part_of(i)) all_above(ratio);
}

}  // namespace giaoban::figures
